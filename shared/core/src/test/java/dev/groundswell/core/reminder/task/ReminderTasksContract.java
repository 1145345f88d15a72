package dev.groundswell.core.reminder.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import dev.groundswell.core.reminder.task.ReminderTask.Dates;
import dev.groundswell.core.reminder.task.TaskTexts.Text;
import dev.groundswell.core.reminder.task.TaskTexts.TimeOfDay;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link ReminderTasks} does, whatever keeps them. */
public abstract class ReminderTasksContract {

    /** Each setting is in one of them, and none as the product has it. */
    private static final List<ReminderTask> ALL_KINDS = List.of(
            ATask.after(25, 120)
                    .numbered(1)
                    .named("催付 \"first\"")
                    .within("08:00", "22:00")
                    .placedOn("2020-02-01", "2020-02-29")
                    .costing(5_000, 10_000)
                    .costing(20_000)
                    .leavingFlag(1)
                    .leavingFlag(5)
                    .withItems("i1", "i2")
                    .to(CustomerAge.NEW)
                    .onceADay()
                    .unlessPaidSince()
                    .madeAt("2020-02-01T04:00:00.123Z")
                    .build(),
            ATask.daily(2, "11:00", "20:30")
                    .numbered(2)
                    .of(OrderKind.PRESALE_DEPOSIT)
                    .onlyWithin("22:00", "02:00")
                    .withoutItems("i3")
                    .atMostForBuyer(3)
                    .patientFor(Duration.ofMinutes(7))
                    .saying(
                            new Text(
                                    Optional.of(2),
                                    Optional.of(CustomerAge.RETURNING),
                                    Optional.of(new TimeOfDay(LocalTime.of(20, 0), LocalTime.of(6, 0))),
                                    new Wording.Sms("{{amount}}，如已付款请忽略")),
                            ATask.text("{{amount}}"))
                    .build(),
            ATask.at("2020-02-17T19:00", "2020-02-18T10:00:30")
                    .numbered(3)
                    .of(OrderKind.PRESALE_BALANCE)
                    .switchedOff()
                    .saying(new Text(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            new Wording.Mail("Your balance", "<p>{{balance}}</p>", "{{balance}}")))
                    .build(),
            ATask.after(15)
                    .numbered(4)
                    .of(OrderKind.GROUP_DEAL)
                    .placedOn(new Dates(Optional.empty(), Optional.of(LocalDate.of(2020, 2, 29))))
                    .build());

    protected abstract ReminderTasks tasks();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    @Nested
    class AStoreWithoutTasks {

        @Test
        void hasAnEmptyBook() {
            assertThat(tasks().read(store())).isEqualTo(TaskBook.EMPTY);
        }

        @Test
        void keepsNoBookButTheFirst() {
            assertThat(tasks().save(store(), new TaskBook(2, ALL_KINDS))).isFalse();
            assertThat(tasks().read(store())).isEqualTo(TaskBook.EMPTY);
        }
    }

    @Nested
    class ABook {

        @Test
        void isReadAsItWasSaved() {
            var book = new TaskBook(1, ALL_KINDS);

            assertThat(tasks().save(store(), book)).isTrue();
            assertThat(tasks().read(store())).isEqualTo(book);
        }

        @Test
        void isNoOtherStores() {
            tasks().save(store(), new TaskBook(1, ALL_KINDS));

            assertThat(tasks().read(new StoreId("elsewhere"))).isEqualTo(TaskBook.EMPTY);
        }

        @Test
        void isReplacedByTheNextRevision() {
            tasks().save(store(), new TaskBook(1, ALL_KINDS));

            assertThat(tasks().save(store(), new TaskBook(2, List.of()))).isTrue();
            assertThat(tasks().read(store())).isEqualTo(new TaskBook(2, List.of()));
        }

        @Test
        void isNotReplacedByOneThatDidNotKnowIt() {
            var first = new TaskBook(1, ALL_KINDS);
            tasks().save(store(), first);

            assertThat(tasks().save(store(), new TaskBook(1, List.of()))).isFalse();
            assertThat(tasks().read(store())).isEqualTo(first);
        }
    }
}
