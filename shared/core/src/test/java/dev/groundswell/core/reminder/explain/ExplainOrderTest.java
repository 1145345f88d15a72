package dev.groundswell.core.reminder.explain;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.ProvidersInMemory;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.Fate.News;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.RemindersInMemory;
import dev.groundswell.core.reminder.explain.OrderExplanation.Event;
import dev.groundswell.core.reminder.explain.OrderExplanation.OfPhase;
import dev.groundswell.core.reminder.sweep.ReminderOutcomes;
import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.reminder.task.OrderKind;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.ReminderTasksInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Order T1 is placed at 18:00 in the store, and it is 18:10. */
class ExplainOrderTest {

    private static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    private static final Instant PLACED = Instant.parse("2026-11-11T10:00:00Z");
    private static final Instant DUE = PLACED.plus(Duration.ofMinutes(25));
    private static final ReminderTask EVENING =
            ATask.at("2026-11-11T21:00").named("Evening").build();

    private final OrdersInMemory orders = new OrdersInMemory();
    private final RemindersInMemory reminders = new RemindersInMemory();
    private final MessagesInMemory messages = new MessagesInMemory();
    private final ReminderTasksInMemory tasks = new ReminderTasksInMemory();
    private final Map<BuyerId, BuyerFacts> buyers = new HashMap<>();
    private final VirtualTime time = new VirtualTime(PLACED.plus(Duration.ofMinutes(10)));
    private final ExplainOrder explaining = new ExplainOrder(
            orders,
            (_, _) -> buyers,
            new ReminderOutcomes(reminders, messages, new ProvidersInMemory()),
            tasks,
            (_, ids) -> ids.contains(EVENING.id().value()) ? Map.of(EVENING.id().value(), EVENING) : Map.of(),
            time);

    private static AnOrder placed() {
        return anOrder("T1").by("B1").placedAt(PLACED).costing(71_94);
    }

    private static ATask soon() {
        return ATask.after(25, 120).named("Soon").numbered(7);
    }

    private void has(AnOrder order) {
        orders.write(STORE.id(), order.build());
    }

    private void has(ATask... some) {
        for (var task : some) {
            tasks.save(STORE.id(), tasks.read(STORE.id()).with(task.build()));
        }
    }

    private void was(Reminder... some) {
        var all = OrderReminders.none(new BuyerId("B1"), new OrderId("T1"), Phase.PAYMENT);
        for (var reminder : some) {
            all = new OrderReminders(
                    all.buyer(), all.order(), all.phase(), all.with(reminder).reminders(), 1);
        }
        reminders.save(STORE.id(), List.of(all), Map.of());
    }

    private static Reminder first(String task, Fate fate) {
        return new Reminder(1, task, DUE, fate);
    }

    private static Fate.Chosen chosen(News... news) {
        var id = OrderReminders.none(new BuyerId("B1"), new OrderId("T1"), Phase.PAYMENT)
                .id(1)
                .message(AddressKey.of(new Phone("+8613800138001")));
        return new Fate.Chosen(
                DUE, id, "batch", 40, Duration.ofDays(3), List.of(news).stream().findFirst(), Optional.empty());
    }

    private static News sent() {
        return new News(MessageState.SENT, DUE.plusSeconds(2), Optional.of(DUE.plusSeconds(2)), 40);
    }

    private OrderExplanation explained() {
        return explaining.explain(STORE, new OrderId("T1")).orElseThrow();
    }

    private List<String> history() {
        return explained().history().stream().map(Event::text).toList();
    }

    @Test
    void knowsNothingOfAnOrderThatIsNotThere() {
        assertThat(explaining.explain(STORE, new OrderId("T2"))).isEmpty();
    }

    @Nested
    class WhatComesNext {

        @Test
        void isTheTasksReminderAtItsTime() {
            has(placed());
            has(soon());

            assertThat(explained().next()).isEqualTo("Reminder 1 of 'Soon' is due on 2026-11-11 18:25.");
        }

        @Test
        void isTheNextSweepsWhereItIsDue() {
            has(placed());
            has(soon());
            time.sleep(Duration.ofMinutes(16));

            assertThat(explained().next())
                    .startsWith("Reminder 1 of 'Soon' is due since 2026-11-11 18:25: the next sweep sends it");
        }

        @Test
        void isNothingWhereTheReminderComesTooLate() {
            has(placed());
            has(soon());
            time.sleep(Duration.ofMinutes(90));

            assertThat(explained().next())
                    .isEqualTo("Reminder 1 of 'Soon', due on 2026-11-11 18:25, is not going to be sent: it is later"
                            + " than the task's patience allows.");
        }

        @Test
        void isNothingWhereNoTaskIsForIt() {
            has(placed());

            assertThat(explained().next()).isEqualTo("No task is for it.");
        }

        @Test
        void isNothingOnceItIsPaid() {
            has(placed().paidAfter(Duration.ofMinutes(5)));
            has(soon());

            assertThat(explained().next()).isEqualTo("It waits for no payment.");
        }

        @Test
        void isTheNextReminderAfterOneThatOnlyTheBooksKnowToBeSent() {
            has(placed());
            has(soon());
            var fate = chosen();
            was(first(soon().build().id().value(), fate));
            inTheBooks(fate, DUE.plusSeconds(2));

            assertThat(explained().next()).isEqualTo("Reminder 2 of 'Soon' is due on 2026-11-11 20:00.");
            assertThat(history()).contains("Reminder 1 of 'Soon' was taken by a provider.");
        }

        @Test
        void isNothingOnceItHadItsReminders() {
            has(placed());
            was(first("task", chosen(sent())), new Reminder(2, "task", DUE, dropped()));

            assertThat(explained().next()).isEqualTo("It had its reminders.");
        }

        @Test
        void isNothingOnceItsRemindersWereDropped() {
            has(placed());
            was(first("task", dropped()), new Reminder(2, "task", DUE, dropped()));

            assertThat(explained().next()).isEqualTo("Its reminders were dropped, and it gets no more.");
        }

        private static Fate dropped() {
            return new Fate.Dropped(DUE, DropReason.ONCE_A_DAY);
        }

        private void inTheBooks(Fate.Chosen fate, Instant sentAt) {
            var draft = new Draft(
                    fate.message(),
                    new Phone("+8613800138001"),
                    new BuyerId("B1"),
                    MessageKind.NOTICE,
                    new Content.Sms("Please pay.", 1),
                    "");
            var claim = new Message.Claim("me", DUE, DUE.plusSeconds(30));
            messages.claim(STORE.id(), claim, Optional.empty(), List.of(draft));
            messages.settle(STORE.id(), Map.of(fate.message(), new Outcome.Sent(sentAt, "memory", "1")));
        }

        @Test
        void isUnknownWhileAReminderIsUnderWay() {
            has(placed());
            has(soon());
            was(first(soon().build().id().value(), chosen()));

            assertThat(explained().next()).isEqualTo("Reminder 1 is on its way.");
        }

        @Test
        void isToldOfAnOldOrderWhoseMessageTheBooksHaveForgotten() {
            has(placed());
            has(soon());
            was(first(soon().build().id().value(), chosen()));
            time.sleep(Duration.ofDays(500));

            assertThat(explained().next()).isEqualTo("Its time to be paid is over.");
        }
    }

    @Nested
    class ItsHistory {

        private final String task = soon().build().id().value();

        @Test
        void beginsWhereItWasPlaced() {
            has(placed().closingAt("2026-11-12T10:00:00Z"));

            assertThat(explained().history())
                    .containsExactly(
                            new Event(PLACED, "It was placed, with 71.94 CNY to be paid until 2026-11-12 18:00."));
        }

        @Test
        void tellsOfAPaymentHowLongAfterItsReminderItCame() {
            has(placed().paidAfter(Duration.ofMinutes(40)));
            has(soon());
            was(first(task, chosen(sent())));

            assertThat(history())
                    .containsExactly(
                            "It was placed, with 71.94 CNY to be paid.",
                            "Reminder 1 of 'Soon', due on 2026-11-11 18:25, was chosen to go.",
                            "Reminder 1 of 'Soon' was taken by a provider.",
                            "It was paid, 14 minutes 58 seconds after the reminder before.");
        }

        @Test
        void tellsOfAPaymentThatCameBeforeTheReminderNothingMore() {
            has(placed().paidAfter(Duration.ofMinutes(24)));
            was(first(task, chosen(sent())));

            assertThat(history()).contains("It was paid.");
        }

        @Test
        void tellsWhyAReminderWasNotSent() {
            has(placed());
            has(soon());
            was(first(task, new Fate.Dropped(DUE, DropReason.ONCE_A_DAY)));

            assertThat(history())
                    .contains("Reminder 1 of 'Soon', due on 2026-11-11 18:25, was not sent: the buyer had a reminder"
                            + " on that day.");
        }

        @Test
        void namesARoundByHandAsATask() {
            has(placed());
            was(first(EVENING.id().value(), chosen(sent())));

            assertThat(history()).contains("Reminder 1 of 'Evening' was taken by a provider.");
            assertThat(explained().reminders()).extracting(OfPhase::taskName).containsExactly(Optional.of("Evening"));
        }

        @Test
        void knowsReminderOfATaskThatIsGone() {
            has(placed());
            was(first(task, chosen(sent())));

            assertThat(history()).contains("Reminder 1 of a task that was deleted was taken by a provider.");
        }

        @Test
        void endsWhereItWasClosed() {
            has(placed().with(OrderStatus.CLOSED).modifiedAt(PLACED.plus(Duration.ofDays(1))));

            assertThat(explained().history())
                    .last()
                    .satisfies(last -> assertThat(last.text()).isEqualTo("It was closed unpaid."));
        }
    }

    @Nested
    class ItsTasks {

        @Test
        void areAllToldWithTheOneThatIsForItFirst() {
            has(placed().item("I1", null, 1));
            has(
                    soon(),
                    ATask.after(30).named("Shoes").numbered(8).withItems("I1"),
                    ATask.after(15).named("Groups").numbered(9).of(OrderKind.GROUP_DEAL));

            assertThat(explained().verdicts())
                    .extracting(
                            verdict -> verdict.task().name(), verdict -> verdict.applies(), verdict -> verdict.why())
                    .containsExactlyInAnyOrder(
                            tuple("Shoes", true, "It is for the order."),
                            tuple("Soon", false, "'Shoes' says more exactly which orders it is for, by their items."),
                            tuple(
                                    "Groups",
                                    false,
                                    "It is for orders of the kind GROUP_DEAL, and this one is ORDINARY."));
            assertThat(explained().verdicts().getFirst().applies()).isTrue();
        }

        @Test
        void leaveAGroupDealToTheirKind() {
            has(placed().from(Origin.GROUP_DEAL));
            has(soon());

            assertThat(explained().next()).isEqualTo("No task is for it.");
        }
    }
}
