package dev.groundswell.core.metrics;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReminderContributionsTest {

    private static final StoreCalendar CALENDAR = new StoreCalendar(ZoneId.of("Asia/Shanghai"));

    /** Half past midnight of the next day, in the store's zone. */
    private static final Instant DUE = Instant.parse("2026-06-18T16:30:00Z");

    private static final Instant SENT = DUE.plusSeconds(40);
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final String ORDINARY = "20260601T000000Z-0000000a";
    private static final String SECOND = "20260601T000000Z-0000000b";
    private static final ReminderKey KEY = new ReminderKey(LocalDate.of(2026, 6, 19), ORDINARY);

    private static Fate.Chosen chosen(Optional<Fate.News> news) {
        var address = AddressKey.of(new Phone("+8613800000000"));
        var message = OrderReminders.none(new BuyerId("B1"), new OrderId("T"), Phase.PAYMENT)
                .id(1)
                .message(address);
        return new Fate.Chosen(DUE, message, "20260618T163000Z-0000000c", 60_000, WINDOW, news, Optional.empty());
    }

    private static Fate.Chosen sent(MessageState state, Instant at) {
        return chosen(Optional.of(new Fate.News(state, at, Optional.of(at), 45_000)));
    }

    private static Fate.Chosen sent() {
        return sent(MessageState.SENT, SENT);
    }

    private static Reminder reminder(int ordinal, String task, Fate fate) {
        return new Reminder(ordinal, task, DUE, fate);
    }

    private static AnOrder order() {
        return anOrder("T").by("B1").placedAt(DUE.minusSeconds(1_500)).costing(300);
    }

    private static Map<ReminderKey, ReminderCounts> counts(AnOrder order, Phase phase, Reminder... reminders) {
        var kept = new OrderReminders(new BuyerId("B1"), new OrderId("T"), phase, List.of(reminders), 1);
        return ReminderContributions.of(
                new BuyerHistory(List.of(order.build()), List.of(), List.of(), List.of(), List.of(), List.of(kept)),
                CALENDAR);
    }

    private static ReminderCounts count(AnOrder order, Fate fate) {
        return count(order, Phase.PAYMENT, fate);
    }

    private static ReminderCounts count(AnOrder order, Phase phase, Fate fate) {
        var counts = counts(order, phase, reminder(1, ORDINARY, fate));
        assertThat(counts).containsOnlyKeys(KEY);
        return counts.values().iterator().next();
    }

    @Nested
    class AReminder {

        @Test
        void countsOnTheStoresDayOnWhichItWasDueForItsTask() {
            assertThat(counts(order(), Phase.PAYMENT, reminder(1, ORDINARY, sent())))
                    .containsExactly(entry(KEY, new ReminderCounts(1, 0, 0, 0, Map.of(), 0, 0, 0, 0, 45_000)));
        }

        @Test
        void thatNothingElseIsKnownOfWasSentWhenItWasChosen() {
            assertThat(count(order().paidAt(DUE.plus(WINDOW).minusSeconds(1)), chosen(Optional.empty())))
                    .isEqualTo(new ReminderCounts(1, 0, 0, 0, Map.of(), 0, 1, 300, 0, 60_000));
        }

        @Test
        void thatWasDeliveredWasSent() {
            assertThat(count(order(), sent(MessageState.DELIVERED, SENT)))
                    .isEqualTo(new ReminderCounts(1, 1, 0, 0, Map.of(), 0, 0, 0, 0, 45_000));
        }

        @Test
        void thatDidNotArriveFailedAndCostsWhatItsProviderTook() {
            assertThat(count(order(), sent(MessageState.FAILED, SENT)))
                    .isEqualTo(new ReminderCounts(0, 0, 1, 0, Map.of(), 0, 0, 0, 0, 45_000));
        }

        @Test
        void thatMayHaveBeenSentIsUnknown() {
            assertThat(count(order(), sent(MessageState.UNKNOWN, SENT)))
                    .isEqualTo(new ReminderCounts(0, 0, 0, 1, Map.of(), 0, 0, 0, 0, 45_000));
        }

        @Test
        void thatIsNeverSentCountsByItsReason() {
            assertThat(count(order(), new Fate.Dropped(DUE, DropReason.TOO_LATE)))
                    .isEqualTo(ReminderCounts.ofDropped(DropReason.TOO_LATE));
        }

        @Test
        void isClickedOnce() {
            var clicked = sent().clickedAt(SENT.plusSeconds(90)).clickedAt(SENT.plusSeconds(60));

            assertThat(clicked.clicked()).contains(SENT.plusSeconds(60));
            assertThat(count(order(), clicked).clicked()).isEqualTo(1);
        }

        @Test
        void isDueOnceWhateverBecameOfIt() {
            assertThat(count(order(), sent(MessageState.DELIVERED, SENT)).due()).isEqualTo(1);
            assertThat(count(order(), sent(MessageState.UNKNOWN, SENT)).due()).isEqualTo(1);
            assertThat(count(order(), new Fate.Dropped(DUE, DropReason.ONCE_A_DAY))
                            .due())
                    .isEqualTo(1);
        }
    }

    @Nested
    class APayment {

        private static long paid(AnOrder order, Fate fate) {
            return count(order, fate).paid();
        }

        @Test
        void countsFromTheSendingOnUntilTheTasksTimeIsUp() {
            assertThat(paid(order().paidAt(SENT.minusMillis(1)), sent())).isZero();
            assertThat(paid(order().paidAt(SENT), sent())).isEqualTo(1);
            assertThat(paid(order().paidAt(SENT.plus(WINDOW).minusMillis(1)), sent()))
                    .isEqualTo(1);
            assertThat(paid(order().paidAt(SENT.plus(WINDOW)), sent())).isZero();
        }

        @Test
        void bringsWhatWasPaidAndTellsWhatWasGivenBack() {
            var counts = count(order().paying(280).paidAt(SENT).refunding(30), sent());

            assertThat(counts.recovered()).isEqualTo(280);
            assertThat(counts.refunds()).isEqualTo(30);
        }

        @Test
        void isNotAfterAReminderThatDidNotArriveOrMayNotHaveBeenSent() {
            var order = order().paidAt(SENT.plusSeconds(60));

            assertThat(paid(order, sent(MessageState.FAILED, SENT))).isZero();
            assertThat(paid(order, sent(MessageState.UNKNOWN, SENT))).isZero();
        }

        @Test
        void isAfterOneThatArrivedThoughItsSenderDiedBeforeItSaidWhen() {
            var arrived = new Fate.News(MessageState.DELIVERED, SENT, Optional.empty(), 45_000);

            assertThat(paid(order().paidAt(DUE), chosen(Optional.of(arrived)))).isEqualTo(1);
        }

        @Test
        void countsForTheLastReminderBeforeIt() {
            var first = reminder(1, ORDINARY, sent());
            var second = reminder(2, SECOND, sent(MessageState.SENT, SENT.plusSeconds(3_600)));

            var between = counts(order().paidAt(SENT.plusSeconds(60)), Phase.PAYMENT, first, second);
            var afterBoth = counts(order().paidAt(SENT.plusSeconds(3_600)), Phase.PAYMENT, first, second);

            assertThat(between.values()).extracting(ReminderCounts::paid).containsExactly(1L, 0L);
            assertThat(afterBoth.values()).extracting(ReminderCounts::paid).containsExactly(0L, 1L);
        }
    }

    @Nested
    class APresale {

        private static AnOrder presale(Instant depositPaidAt) {
            return order().inPresale(100, depositPaidAt, SENT, SENT.plus(WINDOW));
        }

        @Test
        void bringsItsDepositAfterAReminderOfThat() {
            var counts = count(presale(SENT.plusSeconds(1)), Phase.DEPOSIT, sent());

            assertThat(counts.paid()).isEqualTo(1);
            assertThat(counts.recovered()).isEqualTo(100);
        }

        @Test
        void bringsTheRestAfterAReminderOfTheBalance() {
            var order = presale(DUE.minusSeconds(600)).paidAt(SENT.plusSeconds(1));

            var counts = count(order, Phase.BALANCE, sent());

            assertThat(counts.recovered()).isEqualTo(200);
        }

        @Test
        void isNotPaidAfterAReminderOfItsBalanceByItsDeposit() {
            var counts = count(presale(SENT.plusSeconds(1)), Phase.BALANCE, sent());

            assertThat(counts.paid()).isZero();
        }
    }
}
