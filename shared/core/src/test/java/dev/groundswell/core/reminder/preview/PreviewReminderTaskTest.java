package dev.groundswell.core.reminder.preview;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.provider.AProvider;
import dev.groundswell.core.message.provider.ProvidersInMemory;
import dev.groundswell.core.message.text.MessageSettingsInMemory;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.preview.PreviewReminderTask.Preview;
import dev.groundswell.core.reminder.preview.PreviewReminderTask.Result;
import dev.groundswell.core.reminder.preview.PreviewReminderTask.Sample;
import dev.groundswell.core.reminder.sweep.ReminderTexts;
import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.reminder.task.OrderKind;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.ReminderTasksInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** It is 10:00 of 10 February in the store. */
class PreviewReminderTaskTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Store STORE = new Store(new StoreId("demo"), "Demo", Currency.getInstance("USD"), SHANGHAI);
    private static final Instant NOW = at("2020-02-10T10:00");

    private final ReminderTasksInMemory tasks = new ReminderTasksInMemory();
    private final OrdersInMemory orders = new OrdersInMemory();
    private final ProvidersInMemory providers = new ProvidersInMemory();
    private final PreviewReminderTask previewing = new PreviewReminderTask(
            tasks,
            orders,
            (_, _) -> Map.of(),
            new ReminderTexts(),
            new MessageSettingsInMemory(),
            providers,
            "https://go.example.com",
            InstantSource.fixed(NOW));

    PreviewReminderTaskTest() {
        providers.save(STORE.id(), AProvider.sms("memory", 100).provider());
    }

    private static Instant at(String storeTime) {
        return LocalDateTime.parse(storeTime).atZone(SHANGHAI).toInstant();
    }

    private static AnOrder placed(String id, String storeTime) {
        return anOrder(id).by("B-" + id).placedAt(at(storeTime)).of("Zhang San", "+8613800138000", null);
    }

    private void has(AnOrder... some) {
        for (var order : some) {
            orders.write(STORE.id(), order.build());
        }
    }

    private void saves(ReminderTask... some) {
        for (var task : some) {
            tasks.save(STORE.id(), tasks.read(STORE.id()).with(task));
        }
    }

    private Result.Previewed preview(ATask task) {
        return (Result.Previewed) previewing.preview(STORE, Optional.empty(), task.settings());
    }

    private Preview yesterday(ATask task) {
        return preview(task).yesterday();
    }

    @Nested
    class Yesterday {

        @Test
        void isTheStoresDayBeforeThisOne() {
            var preview = yesterday(ATask.after(25));

            assertThat(preview.from()).isEqualTo(at("2020-02-09T00:00"));
            assertThat(preview.to()).isEqualTo(at("2020-02-10T00:00"));
        }

        @Test
        void hasTheRemindersThatWouldHaveGoneOutThen() {
            has(
                    placed("before", "2020-02-08T23:34"),
                    placed("first", "2020-02-08T23:35"),
                    placed("last", "2020-02-09T23:34"),
                    placed("after", "2020-02-09T23:35"));

            assertThat(yesterday(ATask.after(25)).sample())
                    .extracting(sample -> sample.order().value(), Sample::at)
                    .containsExactly(tuple("last", at("2020-02-09T23:59")), tuple("first", at("2020-02-09T00:00")));
        }

        @Test
        void isPartOfTheLastWeek() {
            has(
                    placed("old", "2020-02-02T12:00"),
                    placed("week", "2020-02-03T12:00"),
                    placed("yesterday", "2020-02-09T12:00"));

            var preview = preview(ATask.after(25));

            assertThat(preview.yesterday().sent()).isEqualTo(1);
            assertThat(preview.lastWeek().sent()).isEqualTo(2);
        }
    }

    @Nested
    class AnUnpaidOrder {

        private int remindersOf(AnOrder order) {
            has(order);
            return yesterday(ATask.after(25)).sent();
        }

        @Test
        void thatWasPaidLaterWouldHaveBeenReminded() {
            assertThat(remindersOf(placed("T1", "2020-02-09T12:00").paidAt(at("2020-02-09T12:26"))))
                    .isEqualTo(1);
        }

        @Test
        void thatWasPaidByThenWouldNot() {
            assertThat(remindersOf(placed("T1", "2020-02-09T12:00").paidAt(at("2020-02-09T12:25"))))
                    .isZero();
        }

        @Test
        void thatWasClosedLaterWouldHaveBeenReminded() {
            assertThat(remindersOf(placed("T1", "2020-02-09T12:00")
                            .with(OrderStatus.CLOSED)
                            .modifiedAt(at("2020-02-09T13:00"))))
                    .isEqualTo(1);
        }

        @Test
        void thatWasClosedByThenWouldNot() {
            assertThat(remindersOf(placed("T1", "2020-02-09T12:00")
                            .with(OrderStatus.CLOSED)
                            .modifiedAt(at("2020-02-09T12:25"))))
                    .isZero();
        }
    }

    @Nested
    class AReminder {

        @Test
        void costsWhatItsPartsCost() {
            has(placed("T1", "2020-02-09T12:00"), placed("T2", "2020-02-09T12:00"));

            var preview = yesterday(ATask.after(25).saying(ATask.text("x".repeat(200))));

            assertThat(preview.parts()).isEqualTo(6);
            assertThat(preview.cost()).isEqualTo(24);
        }

        @Test
        void saysWhatItWouldHaveSaid() {
            has(placed("T1", "2020-02-09T12:00").payableAt("https://pay.example.com/T1"));

            assertThat(yesterday(ATask.after(25).saying(ATask.text("{{order_id}} {{payment_link}}")))
                            .sample())
                    .extracting(Sample::content)
                    .containsExactly(new Content.Sms("T1 https://go.example.com/l/0123456789", 1));
        }

        @Test
        void withoutAnAddressWouldHaveBeenDropped() {
            has(placed("T1", "2020-02-09T12:00").of("Zhang San", null, null));

            assertThat(yesterday(ATask.after(25)).dropped()).containsExactly(entry(DropReason.NO_ADDRESS, 1));
        }

        @Test
        void isOneADayForABuyer() {
            has(
                    placed("T1", "2020-02-09T12:00").by("B1"),
                    placed("T2", "2020-02-09T12:01").by("B1"));

            var preview = yesterday(ATask.after(25).onceADay());

            assertThat(preview.sent()).isEqualTo(1);
            assertThat(preview.dropped()).containsExactly(entry(DropReason.ONCE_A_DAY, 1));
        }

        @Test
        void isNotForABuyerWhoPaidAnotherOrder() {
            has(
                    placed("T1", "2020-02-09T12:00").by("B1"),
                    placed("T2", "2020-02-09T12:05").by("B1").paidAt(at("2020-02-09T12:05:10")));

            assertThat(yesterday(ATask.after(25).unlessPaidSince()).dropped())
                    .containsExactly(entry(DropReason.PAID_ANOTHER, 1));
        }

        @Test
        void isOneOfTwoIfTheTaskSaysSo() {
            has(placed("T1", "2020-02-09T12:00").paidAt(at("2020-02-09T15:00")));

            assertThat(yesterday(ATask.after(25, 120)).sent()).isEqualTo(2);
        }
    }

    @Nested
    class BesideOtherTasks {

        private final ReminderTask ofDearOnes =
                ATask.after(5).numbered(7).costing(10_000).build();

        @Test
        void remindsOnlyOfWhatIsLeftToIt() {
            saves(ofDearOnes);
            has(
                    placed("dear", "2020-02-09T12:00").costing(20_000),
                    placed("cheap", "2020-02-09T12:00").costing(500));

            assertThat(yesterday(ATask.after(25)).sample())
                    .extracting(sample -> sample.order().value())
                    .containsExactly("cheap");
        }

        @Test
        void standsInForTheOneThatItChanges() {
            saves(ofDearOnes);
            has(placed("dear", "2020-02-09T12:00").costing(20_000));

            var changed = previewing.preview(
                    STORE,
                    Optional.of(ofDearOnes.id()),
                    ATask.after(25).switchedOff().settings());

            assertThat(((Result.Previewed) changed).yesterday().sample())
                    .extracting(Sample::at)
                    .containsExactly(at("2020-02-09T12:25"));
        }
    }

    @Test
    void aPresaleIsRemindedOfWhatItWaitedForThen() {
        has(placed("T1", "2020-02-09T12:00")
                .inPresale(1_000, at("2020-02-09T12:40"), at("2020-02-09T13:00"), at("2020-02-09T20:00")));

        var deposit = yesterday(ATask.after(25).of(OrderKind.PRESALE_DEPOSIT).saying(ATask.text("{{to_pay}}")));
        var balance = yesterday(
                ATask.at("2020-02-09T19:00").of(OrderKind.PRESALE_BALANCE).saying(ATask.text("{{to_pay}}")));

        assertThat(deposit.sample()).extracting(Sample::content).containsExactly(new Content.Sms("10.00", 1));
        assertThat(balance.sample()).extracting(Sample::content).containsExactly(new Content.Sms("90.00", 1));
    }

    @Test
    void onlyTheLatestAreShownAndAllAreCounted() {
        IntStream.range(0, 30).forEach(minute -> has(placed("T" + minute, "2020-02-09T12:00")));

        var preview = yesterday(ATask.after(25));

        assertThat(preview.sent()).isEqualTo(30);
        assertThat(preview.sample()).hasSize(PreviewReminderTask.MAX_SAMPLE);
        assertThat(preview.isComplete()).isTrue();
    }

    @Test
    void whatCannotBeSavedIsNotPreviewed() {
        assertThat(previewing.preview(
                        STORE, Optional.empty(), ATask.after(25).named("").settings()))
                .isInstanceOf(Result.Refused.class);
    }
}
