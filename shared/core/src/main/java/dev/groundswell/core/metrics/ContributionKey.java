package dev.groundswell.core.metrics;

import dev.groundswell.core.order.OrderSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;

/** What one entry of a buyer's {@link Contributions} is of. */
public sealed interface ContributionKey {

    /** The month it is kept with, where the buyer's are kept by month. */
    YearMonth month();

    /** An hour of the store's zone, by its first instant, and the cohort of the buyer's orders in it. */
    record HourKey(Instant start, Cohort cohort) implements ContributionKey, Comparable<HourKey> {

        private static final Comparator<HourKey> ORDER =
                Comparator.comparing(HourKey::start).thenComparing(HourKey::cohort);

        @Override
        public YearMonth month() {
            return YearMonth.from(start.atOffset(ZoneOffset.UTC));
        }

        @Override
        public int compareTo(HourKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** A day of the store's zone on which the buyer visited. */
    record VisitKey(LocalDate day) implements ContributionKey {

        @Override
        public YearMonth month() {
            return YearMonth.from(day);
        }
    }

    /**
     * The clicks in one sender's messages, and the payments after them.
     *
     * @param month of the first click, UTC
     * @param to    as the {@linkplain dev.groundswell.core.link.Attribution attribution} says
     */
    record ClickKey(YearMonth month, String to) implements ContributionKey, Comparable<ClickKey> {

        private static final Comparator<ClickKey> ORDER =
                Comparator.comparing(ClickKey::to).thenComparing(ClickKey::month);

        @Override
        public int compareTo(ClickKey other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The reminders of one task that were due on a day of the store's zone, and what was paid after them.
     *
     * @param task or a round by hand
     */
    record ReminderKey(LocalDate day, String task) implements ContributionKey, Comparable<ReminderKey> {

        private static final Comparator<ReminderKey> ORDER =
                Comparator.comparing(ReminderKey::task).thenComparing(ReminderKey::day);

        @Override
        public YearMonth month() {
            return YearMonth.from(day);
        }

        @Override
        public int compareTo(ReminderKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** A day of the store's zone on which the buyer placed orders that came through this door. */
    record SourceKey(LocalDate day, OrderSource source) implements ContributionKey, Comparable<SourceKey> {

        private static final Comparator<SourceKey> ORDER =
                Comparator.comparing(SourceKey::source).thenComparing(SourceKey::day);

        @Override
        public YearMonth month() {
            return YearMonth.from(day);
        }

        @Override
        public int compareTo(SourceKey other) {
            return ORDER.compare(this, other);
        }
    }
}
