package dev.groundswell.core.reminder.explain;

import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.task.Judgement;
import dev.groundswell.core.reminder.task.ReminderTask;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How things about reminders are said. */
record Words(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    String of(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /** Of two units at most, the greatest ones: {@code 2 days 3 hours}. */
    static String of(Duration duration) {
        if (duration.toDays() > 0) {
            return of(duration.toDays(), "day", duration.toHoursPart(), "hour");
        }
        return duration.toHours() > 0
                ? of(duration.toHours(), "hour", duration.toMinutesPart(), "minute")
                : of(duration.toMinutes(), "minute", duration.toSecondsPart(), "second");
    }

    private static String of(long number, String unit, int rest, String smaller) {
        if (number == 0) {
            return of(rest, smaller);
        }
        return rest == 0 ? of(number, unit) : of(number, unit) + " " + of(rest, smaller);
    }

    private static String of(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** What comes next: a sentence. */
    String of(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Settled(var why) -> why;
            case Judgement.Dormant(var why) -> why;
            case Judgement.Later(var task, var ordinal, var due) ->
                reminder(ordinal, task) + " is due on " + of(due) + ".";
            case Judgement.Now(var task, var ordinal, var due) ->
                reminder(ordinal, task) + " is due since " + of(due)
                        + ": the next sweep sends it if the buyer's limits, the store's hours and the wallet allow.";
            case Judgement.Drop(var task, var ordinal, var due, var reason) ->
                reminder(ordinal, task) + ", due on " + of(due) + ", is not going to be sent: " + why(reason) + ".";
        };
    }

    private static String reminder(int ordinal, ReminderTask task) {
        return "Reminder " + ordinal + " of '" + task.name() + "'";
    }

    /** Why a reminder is not sent: a part of a sentence. */
    static String why(DropReason reason) {
        return switch (reason) {
            case ORDER_CHANGED -> "the order was paid, closed or changed after the reminder was chosen";
            case TASK_CHANGED -> "its task was switched off, edited or deleted after the reminder was chosen";
            case SENDING_HOURS -> "that is outside of the sending hours, and the setting says not to wait";
            case TOO_LATE -> "it is later than the task's patience allows";
            case PAID_ANOTHER -> "the buyer paid another order after this one was placed";
            case ONCE_A_DAY -> "the buyer had a reminder on that day";
            case BUYER_LIMIT -> "the buyer had as many of its task as that allows";
            case FREQUENCY_CAP -> "the address had as many messages on that day as the store allows";
            case NO_ADDRESS -> "the order has no address for it";
            case INVALID_ADDRESS -> "the order's address cannot be one";
            case MISSING_VARIABLE -> "its text needs a value that the order does not have";
            case UNSUBSCRIBED -> "the person opted out";
            case BLACKLISTED -> "the address is on the blacklist";
            case SUPPRESSED -> "the address bounced, or complained";
        };
    }
}
