package dev.groundswell.core.reminder.task;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.task.Judge.TaskVerdict;
import dev.groundswell.core.reminder.task.Judgement.Dormant;
import dev.groundswell.core.reminder.task.Judgement.Drop;
import dev.groundswell.core.reminder.task.Judgement.Later;
import dev.groundswell.core.reminder.task.Judgement.Now;
import dev.groundswell.core.reminder.task.Judgement.Settled;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The store is in Shanghai, eight hours before UTC; orders are placed there at noon of 1 February unless said otherwise. */
class TaskJudgeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Order order = noon().build();
    private BuyerFacts buyer = BuyerFacts.UNKNOWN;
    private List<Reminder> reminders = List.of();

    private static AnOrder noon() {
        return anOrder("T1").placedAt("2020-02-01T04:00:00Z");
    }

    private static Instant at(String storeTime) {
        return LocalDateTime.parse(storeTime).atZone(SHANGHAI).toInstant();
    }

    private Judgement judged(String storeTime, ReminderTask... tasks) {
        var phase = Phase.of(order).orElse(Phase.PAYMENT);
        var known = new OrderReminders(order.buyer(), order.id(), phase, reminders, reminders.size());
        return new TaskJudge(List.of(tasks), SHANGHAI).judge(order, buyer, known, at(storeTime));
    }

    private static Reminder dropped(int ordinal, String due) {
        return new Reminder(ordinal, "a task", at(due), new Fate.Dropped(at(due), DropReason.ONCE_A_DAY));
    }

    private static BuyerFacts whoPaid(String storeTime) {
        return new BuyerFacts(Optional.empty(), Optional.of(at(storeTime)), Optional.of(at(storeTime)));
    }

    @Nested
    class RealTime {

        private final ReminderTask task = ATask.after(25, 120).build();

        @Test
        void isLaterUntilItsMinutesAreOver() {
            assertThat(judged("2020-02-01T12:24:59", task)).isEqualTo(new Later(task, 1, at("2020-02-01T12:25:00")));
        }

        @Test
        void isNowWhenItsMinutesAreOver() {
            assertThat(judged("2020-02-01T12:25:00", task)).isEqualTo(new Now(task, 1, at("2020-02-01T12:25:00")));
        }

        @Test
        void countsTheSecondFromTheOrderToo() {
            reminders = List.of(dropped(1, "2020-02-01T12:25:00"));

            assertThat(judged("2020-02-01T12:26:00", task)).isEqualTo(new Later(task, 2, at("2020-02-01T14:00:00")));
        }

        @Test
        void isSettledAfterTheSecond() {
            reminders = List.of(dropped(1, "2020-02-01T12:25:00"), dropped(2, "2020-02-01T14:00:00"));

            assertThat(judged("2020-02-01T14:01:00", task)).isInstanceOf(Settled.class);
        }

        @Test
        void restsAfterTheOnlyOneThatTheTaskHas() {
            reminders = List.of(dropped(1, "2020-02-01T12:25:00"));

            assertThat(judged("2020-02-01T14:01:00", ATask.after(25).build())).isInstanceOf(Dormant.class);
        }
    }

    @Nested
    class Timed {

        private final ReminderTask task = ATask.daily(2, "11:00", "20:00").build();

        @Test
        void isDueAtTheFirstTimeAfterTheOrder() {
            assertThat(judged("2020-02-01T12:01", task)).isEqualTo(new Later(task, 1, at("2020-02-01T20:00")));
        }

        @Test
        void isDueAgainAtTheNextTimeAfterTheFirst() {
            reminders = List.of(dropped(1, "2020-02-01T20:00"));

            assertThat(judged("2020-02-01T20:01", task)).isEqualTo(new Later(task, 2, at("2020-02-02T11:00")));
        }

        @Test
        void leavesOutTheVeryMomentOfTheOrder() {
            order = noon().placedAt(at("2020-02-01T20:00")).build();

            assertThat(judged("2020-02-01T20:00", task)).isEqualTo(new Later(task, 1, at("2020-02-02T11:00")));
        }
    }

    @Nested
    class AtInstants {

        private final ReminderTask task =
                ATask.at("2020-02-01T11:00", "2020-02-02T19:00").build();

        @Test
        void leavesOutThoseBeforeTheOrder() {
            assertThat(judged("2020-02-01T12:01", task)).isEqualTo(new Later(task, 2, at("2020-02-02T19:00")));
        }

        @Test
        void restsAfterTheLastOne() {
            reminders = List.of(dropped(2, "2020-02-02T19:00"));

            assertThat(judged("2020-02-02T19:01", task)).isInstanceOf(Settled.class);
        }

        @Test
        void restsWhereAllAreBeforeTheOrder() {
            var over = ATask.at("2020-02-01T11:00").build();

            assertThat(judged("2020-02-01T12:01", over)).isInstanceOf(Dormant.class);
        }
    }

    @Nested
    class SendingHoursThatWait {

        private final ReminderTask task =
                ATask.after(25).within("08:00", "22:00").build();

        @Test
        void moveWhatIsDueInTheNight() {
            order = noon().placedAt(at("2020-02-01T23:00")).build();

            assertThat(judged("2020-02-01T23:25", task)).isEqualTo(new Later(task, 1, at("2020-02-02T08:00")));
        }

        @Test
        void keepTheSecondAsFarFromTheFirstAsItWouldBe() {
            var twice = ATask.after(25, 120).within("08:00", "22:00").build();
            order = noon().placedAt(at("2020-02-01T23:00")).build();
            reminders = List.of(dropped(1, "2020-02-02T08:00"));

            assertThat(judged("2020-02-02T08:00", twice)).isEqualTo(new Later(twice, 2, at("2020-02-02T09:35")));
        }

        @Test
        void letGoAtTheClosingMinuteWhatWasDueInTheMinuteBefore() {
            order = noon().placedAt(at("2020-02-01T21:34:30")).build();

            assertThat(judged("2020-02-01T22:00", task)).isEqualTo(new Now(task, 1, at("2020-02-01T21:59:30")));
        }

        @Test
        void makeWaitWhatNobodyLookedAtUntilTheyWereOver() {
            order = noon().placedAt(at("2020-02-01T21:10")).build();

            assertThat(judged("2020-02-01T22:01", task)).isEqualTo(new Later(task, 1, at("2020-02-02T08:00")));
        }

        @Test
        void countPatienceFromWhereTheyMovedIt() {
            order = noon().placedAt(at("2020-02-01T21:10")).build();

            assertThat(judged("2020-02-02T09:00", task)).isEqualTo(new Now(task, 1, at("2020-02-02T08:00")));
            assertThat(judged("2020-02-02T09:01", task))
                    .isEqualTo(new Drop(task, 1, at("2020-02-02T08:00"), DropReason.TOO_LATE));
        }

        @Test
        void doNotMoveWhatWasTooLateBeforeTheyEnded() {
            order = noon().placedAt(at("2020-02-01T20:00")).build();

            assertThat(judged("2020-02-01T22:10", task))
                    .isEqualTo(new Drop(task, 1, at("2020-02-01T20:25"), DropReason.TOO_LATE));
        }

        @Test
        void mayReachOverMidnight() {
            var nightly = ATask.after(25).within("20:00", "02:00").build();

            assertThat(judged("2020-02-01T12:25", nightly)).isEqualTo(new Later(nightly, 1, at("2020-02-01T20:00")));
        }
    }

    @Nested
    class SendingHoursThatDrop {

        private final ReminderTask task =
                ATask.after(25).onlyWithin("08:00", "22:00").build();

        @Test
        void dropWhatIsDueInTheNightWhenItIsDue() {
            order = noon().placedAt(at("2020-02-01T23:00")).build();

            assertThat(judged("2020-02-01T23:24", task)).isEqualTo(new Later(task, 1, at("2020-02-01T23:25")));
            assertThat(judged("2020-02-01T23:25", task))
                    .isEqualTo(new Drop(task, 1, at("2020-02-01T23:25"), DropReason.SENDING_HOURS));
        }

        @Test
        void dropWhatNobodyLookedAtUntilTheyWereOver() {
            order = noon().placedAt(at("2020-02-01T21:10")).build();

            assertThat(judged("2020-02-01T22:01", task))
                    .isEqualTo(new Drop(task, 1, at("2020-02-01T21:35"), DropReason.SENDING_HOURS));
        }
    }

    @Nested
    class AMissedReminder {

        @Test
        void goesWhileItsTaskIsPatient() {
            var task = ATask.after(25).patientFor(Duration.ofMinutes(10)).build();

            assertThat(judged("2020-02-01T12:35", task)).isInstanceOf(Now.class);
            assertThat(judged("2020-02-01T12:36", task))
                    .isEqualTo(new Drop(task, 1, at("2020-02-01T12:25"), DropReason.TOO_LATE));
        }

        @Test
        void isNotTheBusinessOfATaskThatIsMuchYounger() {
            var task = ATask.after(25, 120).madeAt("2020-02-01T05:26:00Z").build();

            assertThat(judged("2020-02-01T13:26", task)).isEqualTo(new Later(task, 2, at("2020-02-01T14:00")));
        }

        @Test
        void isTheBusinessOfATaskThatIsALittleYounger() {
            var task = ATask.after(25).madeAt("2020-02-01T05:25:00Z").build();

            assertThat(judged("2020-02-01T13:25", task)).isEqualTo(new Now(task, 1, at("2020-02-01T12:25")));
        }
    }

    @Nested
    class ABuyerWhoPaidAnotherOrderSince {

        private final ReminderTask task = ATask.after(25).unlessPaidSince().build();

        @Test
        void isNotReminded() {
            buyer = whoPaid("2020-02-01T12:10");

            assertThat(judged("2020-02-01T12:24", task)).isInstanceOf(Later.class);
            assertThat(judged("2020-02-01T12:25", task))
                    .isEqualTo(new Drop(task, 1, at("2020-02-01T12:25"), DropReason.PAID_ANOTHER));
        }

        @Test
        void isRemindedWhereTheTaskDoesNotMind() {
            buyer = whoPaid("2020-02-01T12:10");

            assertThat(judged("2020-02-01T12:25", ATask.after(25).build())).isInstanceOf(Now.class);
        }

        @Test
        void isRemindedIfThatWasBeforeThisOne() {
            buyer = whoPaid("2020-02-01T12:00");

            assertThat(judged("2020-02-01T12:25", task)).isInstanceOf(Now.class);
        }
    }

    @Nested
    class AnOrderThatIsOver {

        private final ReminderTask task = ATask.after(25).build();

        @Test
        void isSettledWhenPaid() {
            order = noon().paidAt("2020-02-01T04:20:00Z").build();

            assertThat(judged("2020-02-01T12:25", task)).isInstanceOf(Settled.class);
        }

        @Test
        void isSettledWhenClosed() {
            order = noon().with(OrderStatus.CLOSED).build();

            assertThat(judged("2020-02-01T12:25", task)).isInstanceOf(Settled.class);
        }

        @Test
        void isSettledWhenItsPlatformMustHaveClosedIt() {
            order = noon().closingAt("2020-02-01T04:30:00Z").build();

            assertThat(judged("2020-02-01T12:29", task)).isInstanceOf(Now.class);
            assertThat(judged("2020-02-01T12:30", task)).isInstanceOf(Settled.class);
        }

        @Test
        void isSettledAfterSixtyDays() {
            assertThat(judged("2020-04-01T11:59", task)).isInstanceOf(Drop.class);
            assertThat(judged("2020-04-01T12:00", task)).isInstanceOf(Settled.class);
        }
    }

    @Nested
    class APresale {

        private final ReminderTask deposit =
                ATask.after(15).numbered(1).of(OrderKind.PRESALE_DEPOSIT).build();
        private final ReminderTask balance = ATask.at("2020-02-17T19:00")
                .numbered(2)
                .of(OrderKind.PRESALE_BALANCE)
                .build();
        private final ReminderTask ordinary = ATask.after(25).numbered(3).build();

        private void hasDepositPaidAt(@Nullable Instant paidAt) {
            order = noon().inPresale(1_000, paidAt, at("2020-02-17T20:00"), at("2020-02-18T20:00"))
                    .build();
        }

        @Test
        void isRemindedOfItsDepositFirst() {
            hasDepositPaidAt(null);

            assertThat(judged("2020-02-01T12:15", deposit, balance, ordinary))
                    .isEqualTo(new Now(deposit, 1, at("2020-02-01T12:15")));
        }

        @Test
        void isRemindedOfItsBalanceOnceTheDepositIsPaid() {
            hasDepositPaidAt(at("2020-02-01T12:10"));

            assertThat(judged("2020-02-01T12:15", deposit, balance, ordinary))
                    .isEqualTo(new Later(balance, 1, at("2020-02-17T19:00")));
        }

        @Test
        void countsMinutesFromWhenTheBalanceCanBePaid() {
            hasDepositPaidAt(at("2020-02-01T12:10"));
            var afterOpening = ATask.after(30).of(OrderKind.PRESALE_BALANCE).build();

            assertThat(judged("2020-02-02T12:00", afterOpening))
                    .isEqualTo(new Later(afterOpening, 1, at("2020-02-17T20:30")));
        }

        @Test
        void isSettledWhenItsBalanceCannotBePaidAnyMore() {
            hasDepositPaidAt(at("2020-02-01T12:10"));

            assertThat(judged("2020-02-18T20:00", balance)).isInstanceOf(Settled.class);
        }

        @Test
        void isNotRemindedOfWhatItDoesNotWaitForAnyMore() {
            hasDepositPaidAt(at("2020-02-01T12:10"));
            var ofDeposit = OrderReminders.none(order.buyer(), order.id(), Phase.DEPOSIT);

            assertThat(new TaskJudge(List.of(deposit, balance), SHANGHAI)
                            .judge(order, buyer, ofDeposit, at("2020-02-17T19:00")))
                    .isInstanceOf(Settled.class);
        }
    }

    @Nested
    class AGroupDeal {

        private final ReminderTask ordinary = ATask.after(25).numbered(1).build();
        private final ReminderTask groupDeals =
                ATask.after(15).numbered(2).of(OrderKind.GROUP_DEAL).build();

        @Test
        void isRemindedByItsOwnTask() {
            order = noon().from(Origin.GROUP_DEAL).build();

            assertThat(judged("2020-02-01T12:15", ordinary, groupDeals))
                    .isEqualTo(new Now(groupDeals, 1, at("2020-02-01T12:15")));
        }

        @Test
        void isNeverRemindedByAnOrdinaryOne() {
            order = noon().from(Origin.GROUP_DEAL).build();

            assertThat(judged("2020-02-01T12:25", ordinary)).isInstanceOf(Dormant.class);
        }
    }

    @Nested
    class ATaskIsNotFor {

        private void isNot(ReminderTask task, String why) {
            assertThat(judged("2020-02-01T12:25", task)).isInstanceOf(Dormant.class);
            assertThat(new TaskJudge(List.of(task), SHANGHAI).verdicts(order, buyer))
                    .containsExactly(new TaskVerdict(task, false, why));
        }

        @Test
        void anyOrderWhileItIsSwitchedOff() {
            isNot(ATask.after(25).switchedOff().build(), "It is switched off.");
        }

        @Test
        void ordersOfAnotherKind() {
            isNot(
                    ATask.after(25).of(OrderKind.GROUP_DEAL).build(),
                    "It is for orders of the kind GROUP_DEAL, and this one is ORDINARY.");
        }

        @Test
        void ordersPlacedOnOtherDaysOfTheStore() {
            order = noon().placedAt("2020-01-31T16:00:00Z").build();

            isNot(
                    ATask.after(25).placedOn("2020-01-01", "2020-01-31").build(),
                    "The order was placed on 2020-02-01, which is not among its dates.");
        }

        @Test
        void ordersWithoutItsItems() {
            order = noon().item("i1", null, 1).build();

            isNot(ATask.after(25).withItems("i2").build(), "The order has none of its items.");
        }

        @Test
        void ordersWithAnItemThatItLeavesOut() {
            order = noon().item("i1", null, 1).item("i2", null, 1).build();

            isNot(ATask.after(25).withoutItems("i2").build(), "The order has an item that it leaves out.");
        }

        @Test
        void ordersOfOtherAmounts() {
            order = noon().costing(10_000).build();

            isNot(
                    ATask.after(25).costing(0, 10_000).costing(10_001).build(),
                    "The order's amount, 100.00 CNY, is in none of its ranges.");
        }

        @Test
        void ordersThatTheSellerHasFlagged() {
            order = noon().flagged(3).build();

            isNot(ATask.after(25).leavingFlag(3).build(), "The order has the seller's flag 3, which it leaves alone.");
        }

        @Test
        void otherCustomers() {
            buyer = whoPaid("2020-01-01T12:00");

            isNot(ATask.after(25).to(CustomerAge.NEW).build(), "The buyer is a returning customer; it is for others.");
        }
    }

    @Nested
    class OfSeveralTasks {

        private final ReminderTask plain =
                ATask.after(25).numbered(1).named("plain").build();

        private void isFirst(ReminderTask first, ReminderTask second, String whyNotTheOther) {
            order = noon().item("i1", null, 1).build();

            assertThat(new TaskJudge(List.of(second, first), SHANGHAI).verdicts(order, buyer))
                    .containsExactly(
                            new TaskVerdict(first, true, "It is for the order."),
                            new TaskVerdict(second, false, whyNotTheOther));
        }

        @Test
        void oneForSomeItemsGoesBeforeOneForAllButSome() {
            isFirst(
                    ATask.after(5).numbered(3).named("some").withItems("i1").build(),
                    ATask.after(5).numbered(2).withoutItems("i9").costing(1).build(),
                    "'some' says more exactly which orders it is for, by their items.");
        }

        @Test
        void oneForAllButSomeItemsGoesBeforeOneForAmounts() {
            isFirst(
                    ATask.after(5)
                            .numbered(3)
                            .named("not i9")
                            .withoutItems("i9")
                            .build(),
                    ATask.after(5).numbered(2).costing(1).build(),
                    "'not i9' says more exactly which orders it is for, by their items.");
        }

        @Test
        void oneForAmountsGoesBeforeOneForCustomers() {
            isFirst(
                    ATask.after(5).numbered(3).named("dear").costing(1).build(),
                    ATask.after(5).numbered(2).to(CustomerAge.NEW).build(),
                    "'dear' says more exactly which orders it is for, by their amount.");
        }

        @Test
        void oneForCustomersGoesBeforeOneForDates() {
            isFirst(
                    ATask.after(5).numbered(3).named("new").to(CustomerAge.NEW).build(),
                    ATask.after(5)
                            .numbered(2)
                            .placedOn("2020-02-01", "2020-02-01")
                            .build(),
                    "'new' says more exactly which orders it is for, by their customer.");
        }

        @Test
        void oneForDatesGoesBeforeOneForAll() {
            isFirst(
                    ATask.after(5)
                            .numbered(3)
                            .named("618")
                            .placedOn("2020-02-01", "2020-02-01")
                            .build(),
                    plain,
                    "'618' says more exactly which orders it is for, by their date.");
        }

        @Test
        void theOlderGoesBeforeOneThatIsNarrowedAlike() {
            isFirst(
                    plain,
                    ATask.after(5).numbered(2).build(),
                    "'plain' is older, and says no less exactly which orders it is for.");
        }

        @Test
        void noneStepsInWhereTheHoursOfTheFirstForbid() {
            var closed = ATask.after(25)
                    .numbered(2)
                    .costing(1)
                    .onlyWithin("00:00", "06:00")
                    .build();

            assertThat(judged("2020-02-01T12:25", plain, closed))
                    .isEqualTo(new Drop(closed, 1, at("2020-02-01T12:25"), DropReason.SENDING_HOURS));
        }
    }
}
