package dev.groundswell.core.reminder.task;

import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.time.DailyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a store wants its buyers to be reminded of.
 *
 * @param active      whether it is switched on
 * @param hours       when its messages may be due, in the store's zone; one due at other times waits or is dropped
 * @param dates       on which orders must have been placed
 * @param limits      how many reminders a buyer gets
 * @param unlessPaidSince whether nobody is reminded who paid another order after this one was placed
 * @param patience    how long after its due time a reminder may still go out; it is dropped then
 * @param attribution how long after it was sent a payment counts as its own
 * @param effectiveFrom since when it reminds as it does: made, or last switched on or given other orders or times. What was due
 *                    long before is none of its business
 */
public record ReminderTask(
        TaskId id,
        String name,
        boolean active,
        OrderKind kind,
        Schedule schedule,
        Hours hours,
        Dates dates,
        OrderConditions conditions,
        Limits limits,
        boolean unlessPaidSince,
        TaskTexts texts,
        Duration patience,
        Duration attribution,
        Instant effectiveFrom) {

    /** From the first failed sweep to a person who mends it. */
    public static final Duration USUAL_PATIENCE = Duration.ofMinutes(60);

    /**
     * @param until behind the last instant; the same as {@code from}: the whole day
     */
    public record Hours(LocalTime from, LocalTime until, Outside outside) {

        public static final Hours ALL_DAY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Outside.WAIT);

        DailyHours daily() {
            return new DailyHours(from, until);
        }
    }

    /** Days of the store, both included; empty: from ever, for ever. */
    public record Dates(Optional<LocalDate> from, Optional<LocalDate> to) {

        public static final Dates ALWAYS = new Dates(Optional.empty(), Optional.empty());

        boolean contain(LocalDate day) {
            return !from.map(day::isBefore).orElse(false)
                    && !to.map(day::isAfter).orElse(false);
        }

        boolean isNarrow() {
            return from.isPresent() || to.isPresent();
        }
    }

    /**
     * @param onceADay       whether a buyer gets at most one reminder on a day of the store, of all tasks that say so
     * @param ofBuyer        how many a buyer gets of this task in all; empty for any number
     */
    public record Limits(boolean onceADay, OptionalInt ofBuyer) {

        public static final Limits NONE = new Limits(false, OptionalInt.empty());
    }
}
