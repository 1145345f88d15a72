package dev.groundswell.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.Reminders.Choice;
import dev.groundswell.core.reminder.Reminders.Chosen;
import dev.groundswell.core.reminder.Reminders.Slot;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Reminders} does, whatever keeps them. */
public abstract class RemindersContract {

    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00.123456789Z");
    private static final String TASK = "20261101T000000Z-0000000a";
    private static final Slot TODAY = new Slot.OfDay(LocalDate.parse("2026-11-11"));
    private static final Slot TOMORROW = new Slot.OfDay(LocalDate.parse("2026-11-12"));
    private static final BuyerId BUYER = new BuyerId("B1");

    /** More than a transaction of DynamoDB writes, and than one of its requests reads. */
    private static final int MANY = 120;

    protected abstract Reminders reminders();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static OrderReminders none(String order) {
        return OrderReminders.none(BUYER, new OrderId(order), Phase.PAYMENT);
    }

    private static Reminder reminder(int ordinal, Fate fate) {
        return new Reminder(ordinal, TASK, NOON, fate);
    }

    private static Fate.Chosen chosen(int ordinal) {
        var address = AddressKey.of(new Phone("+8613800000000"));
        var message = new MessageId(address, "r.aGFzaA.PAYMENT." + ordinal);
        return new Fate.Chosen(
                NOON,
                message,
                "20261111T040000Z-0000000b",
                9_500,
                Duration.ofHours(36),
                Optional.empty(),
                Optional.empty());
    }

    private static Choice choice(OrderReminders before, Slot... slots) {
        var ordinal = before.next();
        return new Choice(before.with(reminder(ordinal, chosen(ordinal))), before.id(ordinal), List.of(slots));
    }

    private Chosen choose(Choice choice) {
        var chosen = reminders().choose(store(), List.of(choice));
        assertThat(chosen).containsOnlyKeys(choice.id());
        return chosen.values().iterator().next();
    }

    private static OrderPhase key(OrderReminders reminders) {
        return new OrderPhase(reminders.buyer(), reminders.order(), reminders.phase());
    }

    private Optional<OrderReminders> find(OrderReminders like) {
        return Optional.ofNullable(reminders().find(store(), List.of(key(like))).get(key(like)));
    }

    private Collection<OrderPhase> save(OrderReminders changed) {
        return reminders().save(store(), List.of(changed), Map.of());
    }

    @Nested
    class WhatIsKept {

        private Stream<Fate> fates() {
            var message = chosen(1);
            var sent = new Fate.News(MessageState.SENT, NOON, Optional.of(NOON), 9_500);
            var failed = new Fate.News(MessageState.FAILED, NOON.plusSeconds(1), Optional.empty(), 0);
            return Stream.of(
                    new Fate.Dropped(NOON, DropReason.TOO_LATE),
                    message,
                    with(message, Optional.of(sent), Optional.empty()),
                    with(message, Optional.of(failed), Optional.empty()),
                    with(message, Optional.of(sent), Optional.of(NOON.plusSeconds(60))));
        }

        private static Fate.Chosen with(Fate.Chosen chosen, Optional<Fate.News> news, Optional<Instant> clicked) {
            return new Fate.Chosen(
                    chosen.at(),
                    chosen.message(),
                    chosen.batch(),
                    chosen.atMost(),
                    chosen.attribution(),
                    news,
                    clicked);
        }

        @Test
        void isFoundAsItWasSavedWithEveryFate() {
            var known = none("T1");

            for (var fate : fates().toList()) {
                known = known.with(reminder(1, fate));
                assertThat(save(known)).containsExactly(key(known));
                assertThat(find(known)).contains(known);
            }
        }

        @Test
        void mayBeTwoRemindersOfAnOrder() {
            var known = none("订单#1")
                    .with(reminder(1, new Fate.Dropped(NOON, DropReason.ONCE_A_DAY)))
                    .with(reminder(2, chosen(2)));
            var saved = new OrderReminders(known.buyer(), known.order(), known.phase(), known.reminders(), 1);
            save(saved);

            assertThat(find(saved)).contains(saved);
        }

        @Test
        void isOfOnePhaseOfOneOrder() {
            var payment = none("T1").with(reminder(1, chosen(1)));
            var balance = OrderReminders.none(BUYER, new OrderId("T1"), Phase.BALANCE)
                    .with(reminder(1, new Fate.Dropped(NOON, DropReason.TOO_LATE)));
            save(payment);
            save(balance);

            assertThat(reminders().find(store(), List.of(key(payment), key(balance), key(none("T2")))))
                    .isEqualTo(Map.of(key(payment), payment, key(balance), balance));
        }

        @Test
        void isReplacedByItsNextRevisionOnly() {
            var first = none("T1").with(reminder(1, chosen(1)));
            var second = first.with(reminder(2, chosen(2)));
            save(first);
            save(second);

            assertThat(save(first)).isEmpty();
            assertThat(save(second)).isEmpty();
            assertThat(save(none("T2").with(reminder(1, chosen(1))).with(reminder(2, chosen(2)))))
                    .isEmpty();
            assertThat(find(first)).contains(second);
            assertThat(find(none("T2"))).isEmpty();
        }

        @Test
        void isTheStoresOwn() {
            var known = none("T1").with(reminder(1, chosen(1)));
            save(known);

            assertThat(reminders().find(new StoreId(store().value() + "-2"), List.of(key(known))))
                    .isEmpty();
        }
    }

    @Nested
    class Choosing {

        @Test
        void writesTheReminder() {
            var choice = choice(none("T1"));

            assertThat(choose(choice)).isEqualTo(new Chosen.Written());
            assertThat(find(choice.reminders())).contains(choice.reminders());
        }

        @Test
        void isOvertakenByWhoeverWroteBefore() {
            choose(choice(none("T1"), TODAY));

            assertThat(choose(choice(none("T1"), TOMORROW))).isEqualTo(new Chosen.Overtaken());
            assertThat(choose(choice(none("T2"), TOMORROW))).isEqualTo(new Chosen.Written());
        }

        @Test
        void isOvertakenWhereWhatItFollowsIsNotKept() {
            var never = none("T1").with(reminder(1, chosen(1)));

            assertThat(choose(choice(never, TODAY))).isEqualTo(new Chosen.Overtaken());
            choose(choice(none("T2"), TODAY));
            assertThat(choose(choice(never, TODAY))).isEqualTo(new Chosen.Overtaken());
        }

        @Test
        void takesAnyNumberAndSaysOfEachWhatCameOfIt() {
            var overtaken = choice(none("T7"));
            save(none("T7").with(reminder(1, new Fate.Dropped(NOON, DropReason.TOO_LATE))));
            var choices = IntStream.range(0, MANY)
                    .mapToObj(number -> choice(OrderReminders.none(
                            new BuyerId("B" + number / 2), new OrderId("T" + number), Phase.PAYMENT)))
                    .filter(choice -> !choice.id().order().equals(overtaken.id().order()))
                    .toList();
            var all = Stream.concat(choices.stream(), Stream.of(overtaken)).toList();

            var chosen = reminders().choose(store(), all);

            assertThat(chosen).hasSize(MANY).containsEntry(overtaken.id(), new Chosen.Overtaken());
            assertThat(chosen.values()).filteredOn(new Chosen.Written()::equals).hasSize(MANY - 1);
            assertThat(reminders()
                            .find(
                                    store(),
                                    choices.stream()
                                            .map(choice -> key(choice.reminders()))
                                            .toList()))
                    .hasSize(MANY - 1);
        }
    }

    @Nested
    class ASlot {

        @Test
        void isTakenOnceForAllOrdersOfABuyer() {
            assertThat(choose(choice(none("T1"), TODAY))).isEqualTo(new Chosen.Written());

            var second = choice(none("T2"), TODAY);

            assertThat(choose(second)).isEqualTo(new Chosen.Full(TODAY));
            assertThat(find(second.reminders())).isEmpty();
        }

        @Test
        void isTakenOnceByWhateverIsChosenTogether() {
            var chosen = reminders().choose(store(), List.of(choice(none("T1"), TODAY), choice(none("T2"), TODAY)));

            assertThat(chosen.values()).containsExactlyInAnyOrder(new Chosen.Written(), new Chosen.Full(TODAY));
        }

        @Test
        void isOfOneBuyerAndOneScope() {
            var ofAnother = OrderReminders.none(new BuyerId("B2"), new OrderId("T3"), Phase.PAYMENT);
            choose(choice(none("T1"), TODAY));

            assertThat(choose(choice(none("T2"), TOMORROW))).isEqualTo(new Chosen.Written());
            assertThat(choose(choice(ofAnother, TODAY))).isEqualTo(new Chosen.Written());
        }

        @Test
        void isOfADayThatIsNotOver() {
            choose(choice(none("T1"), TOMORROW));

            assertThat(choose(choice(none("T2"), TODAY))).isEqualTo(new Chosen.Full(TODAY));
        }

        @Test
        void isNotAskedForWhereNoneIsNeeded() {
            choose(choice(none("T1"), TODAY));

            assertThat(choose(choice(none("T2")))).isEqualTo(new Chosen.Written());
            assertThat(choose(choice(none("T3"), TODAY))).isEqualTo(new Chosen.Full(TODAY));
        }

        @Test
        void mayBeRoomForSome() {
            var two = new Slot.OfTask(TASK, 2);

            assertThat(choose(choice(none("T1"), two))).isEqualTo(new Chosen.Written());
            assertThat(choose(choice(none("T2"), two))).isEqualTo(new Chosen.Written());
            assertThat(choose(choice(none("T3"), two))).isEqualTo(new Chosen.Full(two));
            assertThat(choose(choice(none("T3"), new Slot.OfTask(TASK, 3)))).isEqualTo(new Chosen.Written());
        }

        @Test
        void isNotTakenWhereAnotherOneIsFull() {
            choose(choice(none("T1"), TODAY));

            assertThat(choose(choice(none("T2"), new Slot.OfTask(TASK, 1), TODAY)))
                    .isEqualTo(new Chosen.Full(TODAY));
            assertThat(choose(choice(none("T3"), new Slot.OfTask(TASK, 1)))).isEqualTo(new Chosen.Written());
        }

        @Test
        void isNotTakenByWhatWasOvertaken() {
            save(none("T1").with(reminder(1, chosen(1))));

            assertThat(choose(choice(none("T1"), TODAY))).isEqualTo(new Chosen.Overtaken());
            assertThat(choose(choice(none("T2"), TODAY))).isEqualTo(new Chosen.Written());
        }

        @Test
        void isTheSameOneForTheSameReminder() {
            var first = choice(none("T1"), TODAY);
            choose(first);
            var again = new Choice(first.reminders().with(reminder(1, chosen(1))), first.id(), List.of(TODAY));

            assertThat(choose(again)).isEqualTo(new Chosen.Written());
            assertThat(choose(choice(none("T2"), TODAY))).isEqualTo(new Chosen.Full(TODAY));
        }
    }

    @Nested
    class ASlotThatIsFreed {

        private final Fate dropped = new Fate.Dropped(NOON, DropReason.ORDER_CHANGED);

        private Collection<OrderPhase> free(OrderReminders changed, Choice choice, Slot... slots) {
            return reminders().save(store(), List.of(changed), Map.of(choice.id(), List.of(slots)));
        }

        @Test
        void isThereForAnother() {
            var first = choice(none("T1"), TODAY, new Slot.OfTask(TASK, 1));
            choose(first);

            free(first.reminders().with(reminder(1, dropped)), first, TODAY, new Slot.OfTask(TASK, 1));

            assertThat(choose(choice(none("T2"), TODAY, new Slot.OfTask(TASK, 1))))
                    .isEqualTo(new Chosen.Written());
        }

        @Test
        void isOnlyThatReminders() {
            var two = new Slot.OfTask(TASK, 2);
            var first = choice(none("T1"), two);
            choose(first);
            choose(choice(none("T2"), two));

            free(first.reminders().with(reminder(1, dropped)), first, two);

            assertThat(choose(choice(none("T3"), two))).isEqualTo(new Chosen.Written());
            assertThat(choose(choice(none("T4"), two))).isEqualTo(new Chosen.Full(two));
        }

        @Test
        void staysTakenWhereTheReminderWasNotWritten() {
            var first = choice(none("T1"), TODAY);
            choose(first);

            assertThat(free(none("T1").with(reminder(1, dropped)), first, TODAY))
                    .isEmpty();

            assertThat(choose(choice(none("T2"), TODAY))).isEqualTo(new Chosen.Full(TODAY));
        }

        @Test
        void isNotAnothers() {
            var first = choice(none("T1"));
            choose(first);
            choose(choice(none("T2"), TODAY));

            free(first.reminders().with(reminder(1, dropped)), first, TODAY);

            assertThat(choose(choice(none("T3"), TODAY))).isEqualTo(new Chosen.Full(TODAY));
        }

        @Test
        void mayBeFreeAlready() {
            var first = choice(none("T1"));
            choose(first);

            assertThat(free(first.reminders().with(reminder(1, dropped)), first, TODAY))
                    .hasSize(1);
        }
    }

    /** However many orders of a buyer there are, each is kept, chosen, freed and overtaken as the first one was. */
    @Nested
    class ABuyerOfManyOrders {

        private static final int ORDERS = 5;

        private List<Choice> chooseAll(Slot... slots) {
            var choices = IntStream.range(0, ORDERS)
                    .mapToObj(number -> choice(none("T" + number), slots))
                    .toList();
            choices.forEach(choice -> assertThat(choose(choice)).isEqualTo(new Chosen.Written()));
            return choices;
        }

        @Test
        void isRemindedOfEach() {
            var choices = chooseAll();

            choices.forEach(choice -> assertThat(find(choice.reminders())).contains(choice.reminders()));
            assertThat(reminders()
                            .find(
                                    store(),
                                    choices.stream()
                                            .map(choice -> key(choice.reminders()))
                                            .toList()))
                    .hasSize(ORDERS);
        }

        @Test
        void isRemindedOfEachASecondTime() {
            for (var choice : chooseAll()) {
                var second = choice(choice.reminders());

                assertThat(choose(second)).isEqualTo(new Chosen.Written());
                assertThat(choose(second)).isEqualTo(new Chosen.Overtaken());
                assertThat(find(second.reminders())).contains(second.reminders());
            }
        }

        @Test
        void isRemindedOfNoneTwice() {
            for (var choice : chooseAll()) {
                assertThat(choose(choice)).isEqualTo(new Chosen.Overtaken());
                assertThat(save(choice.reminders())).isEmpty();
            }
        }

        @Test
        void hasOneDayForAll() {
            var choices = chooseAll();
            choose(choice(choices.getLast().reminders(), TODAY));

            for (var choice : choices.subList(0, ORDERS - 1)) {
                assertThat(choose(choice(choice.reminders(), TODAY))).isEqualTo(new Chosen.Full(TODAY));
            }
            assertThat(choose(choice(none("T" + ORDERS), TODAY))).isEqualTo(new Chosen.Full(TODAY));
            assertThat(choose(choice(none("T" + ORDERS), TOMORROW))).isEqualTo(new Chosen.Written());
        }

        @Test
        void hasItsDayAgainWhicheverGivesItBack() {
            var choices = chooseAll();
            var dropped = new Fate.Dropped(NOON, DropReason.ORDER_CHANGED);
            for (var choice : choices) {
                var second = choice(choice.reminders(), TODAY);
                assertThat(choose(second)).isEqualTo(new Chosen.Written());

                assertThat(reminders()
                                .save(
                                        store(),
                                        List.of(second.reminders().with(reminder(2, dropped))),
                                        Map.of(second.id(), List.of(TODAY))))
                        .hasSize(1);
            }
        }

        @Test
        void hasRoomForATaskInAll() {
            var forAll = new Slot.OfTask(TASK, ORDERS);
            chooseAll(forAll);

            assertThat(choose(choice(none("T" + ORDERS), forAll))).isEqualTo(new Chosen.Full(forAll));
        }

        @Test
        void keepsADayThatIsAnothersWhenOneIsDropped() {
            var choices = chooseAll();
            choose(choice(none("T" + ORDERS), TODAY));
            var dropped = new Fate.Dropped(NOON, DropReason.ORDER_CHANGED);

            for (var choice : choices) {
                assertThat(reminders()
                                .save(
                                        store(),
                                        List.of(choice.reminders().with(reminder(1, dropped))),
                                        Map.of(choice.id(), List.of(TODAY))))
                        .hasSize(1);
            }

            assertThat(choose(choice(none("T9"), TODAY))).isEqualTo(new Chosen.Full(TODAY));
        }
    }

    @Nested
    class SavingMany {

        @Test
        void writesThoseThatAreNotOvertaken() {
            save(none("T3").with(reminder(1, chosen(1))));
            var all = IntStream.range(0, MANY)
                    .mapToObj(number -> none("T" + number).with(reminder(1, chosen(1))))
                    .toList();

            var saved = reminders().save(store(), all, Map.of());

            assertThat(saved).hasSize(MANY - 1).doesNotContain(key(none("T3")));
            assertThat(reminders()
                            .find(
                                    store(),
                                    all.stream().map(RemindersContract::key).toList()))
                    .hasSize(MANY);
        }
    }
}
