package dev.groundswell.core.reminder.task;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** When a task reminds, before its sending hours move it. */
public sealed interface Schedule {

    /**
     * Real time: so long after the order began to wait. Where sending hours move the first, the second comes as much later than it
     * as without them, at least.
     *
     * @param after one or two, the second later than the first; each a minute to 30 days
     */
    record After(List<Duration> after) implements Schedule {

        public After {
            after = List.copyOf(after);
        }
    }

    /**
     * Timed: at these times of the store's day, the first one that comes after the order began to wait, and for a second
     * reminder the next one after the first was due.
     *
     * @param times     one to twelve, in their order
     * @param reminders 1 or 2
     */
    record DailyAt(List<LocalTime> times, int reminders) implements Schedule {

        public DailyAt {
            times = List.copyOf(times);
        }
    }

    /**
     * Once at each of these instants of the store's zone, to whatever order waits then, e.g. for a presale's balance.
     *
     * @param at one or two, the second later than the first
     */
    record At(List<LocalDateTime> at) implements Schedule {

        public At {
            at = List.copyOf(at);
        }
    }

    /** How many reminders an order gets at most, 1 or 2. */
    default int reminders() {
        return switch (this) {
            case After(var after) -> after.size();
            case DailyAt daily -> daily.reminders();
            case At(var at) -> at.size();
        };
    }
}
