package dev.groundswell.core.reminder.task;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * When a task reminds, before its sending hours move it. An order is first looked at a minute after it was placed; who ordered
 * less than a minute before a time of {@link DailyAt} or {@link At} is reminded by the sweep after that.
 */
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

    /** Late enough that most who would have paid anyhow have paid, and early enough that the others still want it. */
    Duration USUAL_DELAY = Duration.ofMinutes(25);

    /** Sooner, since a group deal waits for each of its buyers. */
    Duration DELAY_OF_GROUP_DEALS = Duration.ofMinutes(15);

    /** What is usual for orders of a kind; empty for a presale's balance, which each promotion has at another time. */
    static Optional<Schedule> usual(OrderKind kind) {
        return switch (kind) {
            case ORDINARY, PRESALE_DEPOSIT -> Optional.of(new After(List.of(USUAL_DELAY)));
            case GROUP_DEAL -> Optional.of(new After(List.of(DELAY_OF_GROUP_DEALS)));
            case PRESALE_BALANCE -> Optional.empty();
        };
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
