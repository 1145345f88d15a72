package dev.groundswell.core.reminder.round;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.StandingsInMemory;
import dev.groundswell.core.message.provider.AProvider;
import dev.groundswell.core.message.provider.ProvidersInMemory;
import dev.groundswell.core.message.text.MessageSettingsInMemory;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.RemindersInMemory;
import dev.groundswell.core.reminder.WakeUps.WakeUp;
import dev.groundswell.core.reminder.WakeUpsInMemory;
import dev.groundswell.core.reminder.round.RemindNow.Outlook;
import dev.groundswell.core.reminder.round.RemindNow.Request;
import dev.groundswell.core.reminder.round.RemindNow.Result;
import dev.groundswell.core.reminder.round.RemindNow.Sample;
import dev.groundswell.core.reminder.sweep.ReminderTexts;
import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.reminder.task.OrderKind;
import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** It is 20:00 in the store; orders are of the day before. */
class RemindNowTest {

    private static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("USD"), ZoneId.of("Asia/Shanghai"));
    private static final Instant NOW = Instant.parse("2026-11-11T12:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private final OrdersInMemory orders = new OrdersInMemory();
    private final RemindersInMemory reminders = new RemindersInMemory();
    private final StandingsInMemory standings = new StandingsInMemory();
    private final ProvidersInMemory providers = new ProvidersInMemory();
    private final MessageSettingsInMemory settings = new MessageSettingsInMemory();
    private final WakeUpsInMemory wakeUps = new WakeUpsInMemory();
    private final RoundBookInMemory rounds = new RoundBookInMemory();
    private final Set<BuyerId> messagedToday = new HashSet<>();
    private final VirtualTime time = new VirtualTime(NOW);
    private final RemindNow reminding = new RemindNow(
            rounds,
            wakeUps,
            new SurveyOrders(
                    new SurveyOrders.Ports(
                            orders,
                            (_, _) -> Map.of(),
                            reminders,
                            (_, _, _) -> messagedToday,
                            standings,
                            new ReminderTexts(),
                            settings,
                            providers),
                    "https://go.example.com"),
            settings,
            time,
            new Random(1));

    private RoundFilter filter = RoundFilter.ALL;
    private Optional<Instant> at = Optional.empty();
    private ATask terms = ATask.after(1).saying(ATask.text("{{order_id}}"));

    RemindNowTest() {
        providers.save(STORE.id(), AProvider.sms("memory", 100).provider());
    }

    private static AnOrder waiting(String id) {
        return anOrder(id).by("B-" + id).placedAt(YESTERDAY).of("Zhang San", "+861380013800" + id.charAt(1), null);
    }

    private void has(AnOrder... some) {
        for (var order : some) {
            orders.write(STORE.id(), order.build());
        }
    }

    private Request request() {
        return new Request(filter, terms.settings(), at);
    }

    private Result.Checked checked() {
        return (Result.Checked) reminding.check(STORE, request());
    }

    private Outlook outlook() {
        return checked().outlook();
    }

    private List<String> remindedOf() {
        return outlook().sample().stream()
                .map(Sample::order)
                .map(OrderId::value)
                .sorted()
                .toList();
    }

    private List<WakeUp> woken() {
        return List.copyOf(wakeUps.all(STORE.id()));
    }

    @Nested
    class AsksWhat {

        @Test
        void itWouldComeTo() {
            has(waiting("T1"), waiting("T2"));

            assertThat(outlook().orders()).isEqualTo(2);
            assertThat(outlook().parts()).isEqualTo(2);
            assertThat(outlook().cost()).isEqualTo(8);
        }

        @Test
        void andWakesNobody() {
            has(waiting("T1"));

            outlook();

            assertThat(woken()).isEmpty();
            assertThat(rounds.newest(STORE.id(), 1)).isEmpty();
        }

        @Test
        void andIsToldWhatIsWrong() {
            terms = terms.named("");

            assertThat(reminding.check(STORE, request())).isInstanceOf(Result.Refused.class);
        }
    }

    @Nested
    class IsFor {

        @Test
        void ordersThatWait() {
            has(
                    waiting("T1"),
                    waiting("T2").paidAt(NOW.minusSeconds(9)),
                    waiting("T3").with(OrderStatus.CLOSED));

            assertThat(remindedOf()).containsExactly("T1");
        }

        @Test
        void ordersOfTheKind() {
            has(waiting("T1"), waiting("T2").from(Origin.GROUP_DEAL));
            terms = terms.of(OrderKind.GROUP_DEAL);

            assertThat(remindedOf()).containsExactly("T2");
        }

        @Test
        void ordersPlacedBetweenTwoInstants() {
            has(
                    waiting("T1").placedAt(YESTERDAY.minusSeconds(1)),
                    waiting("T2"),
                    waiting("T3").placedAt(YESTERDAY.plusSeconds(60)));
            filter = new RoundFilter(
                    Optional.of(YESTERDAY),
                    Optional.of(YESTERDAY.plusSeconds(60)),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    1,
                    Optional.empty(),
                    false);

            assertThat(remindedOf()).containsExactly("T2");
        }

        @Test
        void ordersOfSomeFlagsOriginsAndProvinces() {
            has(
                    waiting("T1").flagged(2).from(Origin.MOBILE).to("CN", "广东省"),
                    waiting("T2").from(Origin.MOBILE).to("CN", "广东省"),
                    waiting("T3").flagged(2).to("CN", "广东省"),
                    waiting("T4").flagged(2).from(Origin.MOBILE));
            filter = new RoundFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(2),
                    Set.of(Origin.MOBILE),
                    Set.of("广东省"),
                    1,
                    Optional.empty(),
                    false);

            assertThat(remindedOf()).containsExactly("T1");
        }

        @Test
        void ordersOfBuyersWhoHaveSoMany() {
            has(waiting("T1").by("B1"), waiting("T2").by("B1"), waiting("T3"));
            filter = new RoundFilter(
                    Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), 2, Optional.of(2), false);

            assertThat(remindedOf()).containsExactly("T1", "T2");
        }

        @Test
        void ordersOfSomeAmounts() {
            has(waiting("T1").costing(100), waiting("T2").costing(9_000));
            terms = terms.costing(5_000);

            assertThat(remindedOf()).containsExactly("T2");
        }

        @Test
        void ordersThatHadOneReminderBeforeAndNotTwo() {
            has(waiting("T1"), waiting("T2"));
            reminded("T1", 1);
            reminded("T2", 2);

            assertThat(outlook().sample())
                    .extracting(sample -> sample.order().value(), Sample::ordinal)
                    .containsExactly(tuple("T1", 2));
        }

        private void reminded(String order, int times) {
            var known = OrderReminders.none(new BuyerId("B-" + order), new OrderId(order), Phase.PAYMENT);
            for (var ordinal = 1; ordinal <= times; ordinal++) {
                var fate = new Fate.Dropped(YESTERDAY, DropReason.TOO_LATE);
                known = known.with(new Reminder(ordinal, "a task", YESTERDAY, fate));
                reminders.save(STORE.id(), List.of(known), Map.of());
            }
        }
    }

    @Nested
    class LeavesOut {

        @Test
        void whoWasMessagedToday() {
            has(waiting("T1"), waiting("T2"));
            messagedToday.add(new BuyerId("B-T1"));

            assertThat(remindedOf()).containsExactly("T2");
            assertThat(outlook().messagedToday()).isEqualTo(1);
        }

        @Test
        void nobodyForThatIfToldSo() {
            has(waiting("T1"));
            messagedToday.add(new BuyerId("B-T1"));
            filter = new RoundFilter(
                    Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), 1, Optional.empty(), true);

            assertThat(remindedOf()).containsExactly("T1");
        }

        @Test
        void whoIsOnTheBlacklist() {
            has(waiting("T1"));
            standings.note(
                    STORE.id(),
                    AddressKey.of(new Phone("+8613800138001")),
                    Bar.BLACKLISTED,
                    new Barring(true, YESTERDAY, "person", "owner"));

            assertThat(outlook().dropped()).containsExactly(entry(DropReason.BLACKLISTED, 1));
        }

        @Test
        void whoHasNoAddress() {
            has(waiting("T1").of("Zhang San", null, null));

            assertThat(outlook().dropped()).containsExactly(entry(DropReason.NO_ADDRESS, 1));
        }
    }

    @Nested
    class AtAnInstantToCome {

        private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

        AtAnInstantToCome() {
            at = Optional.of(TOMORROW);
        }

        private Round started() {
            var id = checked().id();
            return ((Result.Started) reminding.start(STORE, id, request(), "operator")).round();
        }

        @Test
        void wakesTheOrdersThen() {
            has(waiting("T1"));

            var round = started();

            assertThat(checked().at()).isEqualTo(TOMORROW);
            assertThat(round.at()).isEqualTo(TOMORROW);
            assertThat(woken()).extracting(WakeUp::due).containsExactly(TOMORROW);
        }

        @Test
        void sendsABuyerOneOnThatDayWhoeverWasMessagedToday() {
            has(waiting("T1"));
            messagedToday.add(new BuyerId("B-T1"));

            assertThat(remindedOf()).containsExactly("T1");
            assertThat(started().terms().limits().onceADay()).isTrue();
        }

        @Test
        void sendsABuyerMoreWhereMessagesOfTheDayDoNotMatter() {
            has(waiting("T1"));
            filter = RoundFilter.ALL.withMessagedToday();

            assertThat(started().terms().limits().onceADay()).isFalse();
        }

        @Test
        void leavesOutWhoeverWasMessagedTodayIfItIsToday() {
            has(waiting("T1"));
            messagedToday.add(new BuyerId("B-T1"));
            at = Optional.of(NOW.plus(Duration.ofHours(1)));

            assertThat(outlook().orders()).isZero();
            assertThat(outlook().messagedToday()).isEqualTo(1);
        }

        @Test
        void isRefusedWhereItIsOverOrTooFarAhead() {
            for (var wrong :
                    List.of(NOW.minusSeconds(1), NOW.plus(RemindNow.MAX_AHEAD).plusSeconds(1))) {
                at = Optional.of(wrong);
                assertThat(reminding.check(STORE, request())).isEqualTo(new Result.NotThen());
            }
        }

        @Test
        void isRefusedForOrdersThatAreStillToBePlaced() {
            filter = new RoundFilter(
                    Optional.of(NOW), Optional.of(TOMORROW), Set.of(), Set.of(), Set.of(), 1, Optional.empty(), false);

            assertThat(reminding.check(STORE, request())).isEqualTo(new Result.NotPlacedYet());
        }
    }

    @Nested
    class Starts {

        private Round start(TaskId id) {
            return ((Result.Started) reminding.start(STORE, id, request(), "operator")).round();
        }

        @Test
        void byWakingTheOrders() {
            has(waiting("T1"), waiting("T2").of("Zhang San", null, null));

            var round = start(checked().id());

            assertThat(round.orders()).isEqualTo(1);
            assertThat(rounds.find(STORE.id(), round.id())).contains(round);
            assertThat(woken())
                    .containsExactly(new WakeUp(
                            NOW,
                            new BuyerId("B-T1"),
                            new OrderId("T1"),
                            round.id().value(),
                            Optional.of(round.id().value())));
        }

        @Test
        void onceHoweverOftenItIsAsked() {
            has(waiting("T1"));
            var id = checked().id();
            var first = start(id);
            time.sleep(Duration.ofMinutes(1));

            assertThat(start(id)).isEqualTo(first);
            assertThat(woken()).hasSize(1);
        }
    }
}
