package dev.groundswell.core.reminder.task;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.task.Judgement.Dormant;
import dev.groundswell.core.reminder.task.Judgement.Later;
import dev.groundswell.core.reminder.task.Judgement.Now;
import dev.groundswell.core.reminder.task.Judgement.Settled;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
        return java.time.LocalDateTime.parse(storeTime).atZone(SHANGHAI).toInstant();
    }

    private Judgement judged(String storeTime, ReminderTask... tasks) {
        var phase = Phase.of(order).orElse(Phase.PAYMENT);
        var known = new OrderReminders(order.buyer(), order.id(), phase, reminders, reminders.size());
        return new TaskJudge(List.of(tasks), SHANGHAI).judge(order, buyer, known, at(storeTime));
    }

    private static Reminder dropped(int ordinal, String due) {
        return new Reminder(ordinal, "a task", at(due), new Fate.Dropped(at(due), DropReason.ONCE_A_DAY));
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
}
