package dev.groundswell.core.reminder.task;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.ReminderId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a task's reminders of an order are due. */
record DueTimes(ReminderTask task, ZoneId zone) {

    /** @param due as its hours moved it */
    record Step(int ordinal, Instant due) {

        Step at(Instant later) {
            return new Step(ordinal, later);
        }
    }

    /**
     * The next reminder that is the task's business: what was due and over before the task was made is left out, and so is an
     * instant that came before the order began to wait.
     */
    Optional<Step> next(Order order, OrderReminders known) {
        var before = known.reminders().stream().map(Reminder::due).reduce((_, later) -> later);
        var last = Math.min(ReminderId.MAX_ORDINAL, task.schedule().reminders());
        for (var ordinal = known.next(); ordinal <= last; ordinal++) {
            var due = scheduled(ordinal, order, known.phase(), before).map(this::withinHours);
            if (due.filter(this::isOfTask).isPresent()) {
                return Optional.of(new Step(ordinal, due.get()));
            }
            before = due.isPresent() ? due : before;
        }
        return Optional.empty();
    }

    private Optional<Instant> scheduled(int ordinal, Order order, Phase phase, Optional<Instant> before) {
        return switch (task.schedule()) {
            case Schedule.After(var after) ->
                Optional.of(later(
                        payableSince(order, phase).plus(after.get(ordinal - 1)),
                        before.map(first -> first.plus(distance(ordinal, after)))));
            case Schedule.DailyAt(var times, var _) ->
                Optional.of(firstAfter(before.orElseGet(() -> payableSince(order, phase)), times));
            case Schedule.At(var at) ->
                Optional.of(at.get(ordinal - 1).atZone(zone).toInstant()).filter(phase.since(order)::isBefore);
        };
    }

    /** Where hours moved the first reminder, the second keeps its distance: two at the same opening would be one too many. */
    private static Duration distance(int ordinal, List<Duration> after) {
        return ordinal == 1 ? Duration.ZERO : after.get(ordinal - 1).minus(after.get(ordinal - 2));
    }

    private static Instant later(Instant one, Optional<Instant> other) {
        return other.filter(one::isBefore).orElse(one);
    }

    /** A balance can be paid from a certain instant only; a countdown that began with the deposit would end before it. */
    private static Instant payableSince(Order order, Phase phase) {
        var since = phase.since(order);
        var presale = order.presale();
        var opens = presale == null || phase != Phase.BALANCE ? null : presale.balanceFrom();
        return opens != null && opens.isAfter(since) ? opens : since;
    }

    private Instant firstAfter(Instant instant, Collection<LocalTime> times) {
        var day = instant.atZone(zone).toLocalDate();
        return Stream.of(day, day.plusDays(1))
                .flatMap(each -> times.stream()
                        .map(time -> each.atTime(time).atZone(zone).toInstant()))
                .filter(instant::isBefore)
                .findFirst()
                .orElseThrow();
    }

    Instant withinHours(Instant due) {
        return switch (task.hours().outside()) {
            case WAIT -> task.hours().daily().nextFrom(due, zone);
            case DROP -> due;
        };
    }

    private boolean isOfTask(Instant due) {
        return !due.plus(task.patience()).isBefore(task.effectiveFrom());
    }
}
