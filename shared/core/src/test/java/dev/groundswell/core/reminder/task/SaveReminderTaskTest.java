package dev.groundswell.core.reminder.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.MessageSettingsInMemory;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import dev.groundswell.core.reminder.task.ReminderTask.Dates;
import dev.groundswell.core.reminder.task.SaveReminderTask.Field;
import dev.groundswell.core.reminder.task.SaveReminderTask.Misfit;
import dev.groundswell.core.reminder.task.SaveReminderTask.Request;
import dev.groundswell.core.reminder.task.SaveReminderTask.Result;
import dev.groundswell.core.reminder.task.TaskTexts.Text;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SaveReminderTaskTest {

    private static final Store STORE = new Store(new StoreId("demo"), "Demo", AnOrder.CNY, ZoneId.of("Asia/Shanghai"));
    private static final Store ABROAD =
            new Store(new StoreId("abroad"), "Abroad", Currency.getInstance("USD"), ZoneId.of("America/New_York"));
    private static final Instant NOW = Instant.parse("2020-02-01T04:00:00Z");

    private final ReminderTasksInMemory tasks = new ReminderTasksInMemory();
    private final MessageSettingsInMemory messages = new MessageSettingsInMemory();
    private final VirtualTime time = new VirtualTime(NOW);
    private final SaveReminderTask saving = new SaveReminderTask(tasks, messages, time, new Random(1));
    private final DeleteReminderTask deleting = new DeleteReminderTask(tasks);

    SaveReminderTaskTest() {
        var product = MessageSettings.OF_THE_PRODUCT;
        messages.save(
                STORE.id(),
                new MessageSettings(
                        "天猫小店",
                        product.wayOut(),
                        product.words(),
                        product.messagesADay(),
                        product.hours(),
                        product.consentRequired(),
                        product.testRequired(),
                        product.linkDomain(),
                        product.peaks(),
                        product.lowBalance(),
                        1));
    }

    private Result save(ATask task) {
        return saving.save(STORE, new Request(Optional.empty(), Optional.empty(), task.settings()));
    }

    private Result change(ReminderTask task, ATask to) {
        return saving.save(STORE, new Request(Optional.of(task.id()), Optional.empty(), to.settings()));
    }

    private static ReminderTask saved(Result result) {
        return ((Result.Saved) result).task();
    }

    private static Stream<Field> misfits(Result result) {
        return ((Result.Refused) result).misfits().stream().map(Misfit::field);
    }

    @Nested
    class ANewTask {

        @Test
        void isInTheBookWithAnIdOfItsOwn() {
            var first = saved(save(ATask.after(25)));
            var second = saved(save(ATask.after(15).of(OrderKind.GROUP_DEAL)));

            assertThat(tasks.read(STORE.id()))
                    .isEqualTo(new TaskBook(0, List.of()).with(first).with(second));
            assertThat(first.effectiveFrom()).isEqualTo(NOW);
        }

        @Test
        void isNotAddedToOtherTasksThanWereSeen() {
            save(ATask.after(25));
            var late = saving.save(
                    STORE,
                    new Request(
                            Optional.empty(), Optional.of(0L), ATask.after(15).settings()));

            assertThat(late).isEqualTo(new Result.Changed(tasks.read(STORE.id())));
        }

        @Test
        void isOneOfFifty() {
            IntStream.range(0, TaskBook.MAX_TASKS).forEach(_ -> saved(save(ATask.after(25))));

            assertThat(misfits(save(ATask.after(25)))).containsExactly(Field.TASKS);
        }

        @Test
        void fitsIntoOneItemWithTheOthers() {
            var long1 = new Text(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new Wording.Mail("Pay", "x".repeat(180_000), "x"));
            saved(save(ATask.after(25).saying(long1).switchedOff()));

            assertThat(misfits(save(ATask.after(25).saying(long1).switchedOff())))
                    .containsExactly(Field.TASKS);
        }
    }

    @Nested
    class AChangedTask {

        @Test
        void keepsItsIdAndAge() {
            var task = saved(save(ATask.after(25)));
            time.sleep(Duration.ofDays(1));

            var renamed = saved(change(task, ATask.after(25).named("Renamed")));

            assertThat(renamed)
                    .isEqualTo(ATask.after(25).named("Renamed").settings().task(task.id(), NOW));
            assertThat(tasks.read(STORE.id())).isEqualTo(new TaskBook(2, List.of(renamed)));
        }

        @Test
        void startsAnewWithOtherTimes() {
            var task = saved(save(ATask.after(120)));
            time.sleep(Duration.ofDays(1));

            assertThat(saved(change(task, ATask.after(25))).effectiveFrom()).isEqualTo(time.instant());
        }

        @Test
        void startsAnewWhenItIsSwitchedOn() {
            var task = saved(save(ATask.after(25).switchedOff()));
            time.sleep(Duration.ofDays(1));

            assertThat(saved(change(task, ATask.after(25))).effectiveFrom()).isEqualTo(time.instant());
        }

        @Test
        void doesNotStartAnewWhenItIsSwitchedOff() {
            var task = saved(save(ATask.after(25)));
            time.sleep(Duration.ofDays(1));

            assertThat(saved(change(task, ATask.after(25).switchedOff())).effectiveFrom())
                    .isEqualTo(NOW);
        }

        @Test
        void mustBeThere() {
            var task = saved(save(ATask.after(25)));
            deleting.delete(STORE.id(), task.id(), Optional.empty());

            assertThat(change(task, ATask.after(15))).isEqualTo(new Result.NotFound());
        }
    }

    @Nested
    class ADeletedTask {

        @Test
        void isInTheBookNoMore() {
            var task = saved(save(ATask.after(25)));
            var other = saved(save(ATask.after(15)));

            assertThat(deleting.delete(STORE.id(), task.id(), Optional.of(2L)))
                    .isEqualTo(new DeleteReminderTask.Result.Deleted(3));
            assertThat(tasks.read(STORE.id())).isEqualTo(new TaskBook(3, List.of(other)));
        }

        @Test
        void isNotDeletedFromOtherTasksThanWereSeen() {
            var task = saved(save(ATask.after(25)));
            save(ATask.after(15));

            assertThat(deleting.delete(STORE.id(), task.id(), Optional.of(1L)))
                    .isEqualTo(new DeleteReminderTask.Result.Changed(tasks.read(STORE.id())));
        }

        @Test
        void mustBeThere() {
            var task = ATask.after(25).build();

            assertThat(deleting.delete(STORE.id(), task.id(), Optional.empty()))
                    .isEqualTo(new DeleteReminderTask.Result.NotFound());
        }
    }

    @Nested
    class Refuses {

        private static final Text FOR_NEW =
                new Text(Optional.empty(), Optional.of(CustomerAge.NEW), Optional.empty(), new Wording.Sms("Welcome"));

        static Stream<Object[]> misfits() {
            return Stream.of(
                    wrong(Field.NAME, ATask.after(25).named(" ")),
                    wrong(Field.NAME, ATask.after(25).named("x".repeat(81))),
                    wrong(Field.SCHEDULE, ATask.after(0)),
                    wrong(Field.SCHEDULE, ATask.after(30 * 24 * 60 + 1)),
                    wrong(Field.SCHEDULE, ATask.after(25, 25)),
                    wrong(Field.SCHEDULE, ATask.after()),
                    wrong(Field.SCHEDULE, ATask.after(1, 2, 3)),
                    wrong(Field.SCHEDULE, ATask.daily()),
                    wrong(Field.SCHEDULE, ATask.daily("20:00", "11:00")),
                    wrong(Field.SCHEDULE, ATask.daily(3, "11:00")),
                    wrong(Field.SCHEDULE, ATask.at("2020-02-18T10:00", "2020-02-17T10:00")),
                    wrong(
                            Field.DATES,
                            ATask.after(25)
                                    .placedOn(new Dates(
                                            Optional.of(LocalDate.of(2020, 2, 2)),
                                            Optional.of(LocalDate.of(2020, 2, 1))))),
                    wrong(Field.AMOUNTS, ATask.after(25).costing(100, 100)),
                    wrong(Field.AMOUNTS, ATask.after(25).costing(-1)),
                    wrong(Field.FLAGS, ATask.after(25).leavingFlag(6)),
                    wrong(Field.ITEMS, ATask.after(25).withItems()),
                    wrong(Field.ITEMS, ATask.after(25).withoutItems(" ")),
                    wrong(Field.LIMITS, ATask.after(25).atMostForBuyer(0)),
                    wrong(Field.PATIENCE, ATask.after(25).patientFor(Duration.ofSeconds(59))),
                    wrong(Field.PATIENCE, ATask.after(25).patientFor(Duration.ofHours(25))),
                    wrong(Field.PATIENCE, ATask.after(25).within("10:00", "10:30")),
                    wrong(Field.TEXTS, ATask.after(25).saying(FOR_NEW)),
                    wrong(Field.TEXTS, ATask.after(25).saying(ATask.text("{{unclosed"))),
                    wrong(
                            Field.TEXTS,
                            ATask.after(25).saying(ATask.text("{{unclosed")).switchedOff()),
                    wrong(Field.TEXTS, ATask.after(25).saying(ATask.text("{{nothing_such}}"))),
                    wrong(Field.TEXTS, ATask.after(25).saying(ATask.text("x".repeat(2_001)))));
        }

        private static Object[] wrong(Field field, ATask task) {
            return new Object[] {field, task};
        }

        @ParameterizedTest
        @MethodSource("misfits")
        void whatIsWrong(Field field, ATask task) {
            assertThat(SaveReminderTaskTest.misfits(save(task))).containsOnly(field);
            assertThat(tasks.read(STORE.id())).isEqualTo(TaskBook.EMPTY);
        }

        @Test
        void everythingThatIsWrongAtOnce() {
            assertThat(SaveReminderTaskTest.misfits(
                            save(ATask.after(0).named("").leavingFlag(9))))
                    .containsExactly(Field.NAME, Field.SCHEDULE, Field.FLAGS);
        }

        @Test
        void whatCarriersWouldStopOnlyWhereItIsSent() {
            var unsigned = new Store(new StoreId("unsigned"), "Unsigned", AnOrder.CNY, STORE.zone());
            var settings = ATask.after(25);

            assertThat(saving.save(unsigned, new Request(Optional.empty(), Optional.empty(), settings.settings())))
                    .isInstanceOf(Result.Refused.class);
            assertThat(saving.save(
                            unsigned,
                            new Request(
                                    Optional.empty(),
                                    Optional.empty(),
                                    settings.switchedOff().settings())))
                    .isInstanceOf(Result.Saved.class);
        }
    }

    @Nested
    class TheProductsTexts {

        @ParameterizedTest
        @EnumSource(OrderKind.class)
        void mayBeSentAnywhere(OrderKind kind) {
            for (var channel : Channel.values()) {
                var settings =
                        ATask.after(25, 120).of(kind).sayingNothing(channel).settings();
                var request = new Request(Optional.empty(), Optional.empty(), settings);

                assertThat(saving.save(STORE, request)).isInstanceOf(Result.Saved.class);
                assertThat(saving.save(ABROAD, request)).isInstanceOf(Result.Saved.class);
            }
        }

        @Test
        void asksToIgnoreTheSecondIfItIsPaid() {
            var texts =
                    saved(save(ATask.after(25, 120).sayingNothing(Channel.SMS))).texts();

            assertThat(sms(texts, 1)).doesNotContain("如已付款请忽略");
            assertThat(sms(texts, 2)).endsWith("如已付款请忽略。");
        }

        private String sms(TaskTexts texts, int ordinal) {
            return ((Wording.Sms) texts.wording(ordinal, CustomerAge.NEW, LocalTime.NOON)).text();
        }
    }
}
