package dev.groundswell.core.reminder.task;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.task.DueTimes.Step;
import dev.groundswell.core.reminder.task.Judgement.Drop;
import dev.groundswell.core.reminder.task.Judgement.Later;
import dev.groundswell.core.reminder.task.Judgement.Now;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What becomes of a reminder of which it is known when it is due. */
record SendingTime(ReminderTask task, ZoneId zone) {

    /** What is due within its hours goes with the next sweep, though they end in between: sweeps come each whole minute. */
    private static final Duration UNTIL_NEXT_SWEEP = Duration.ofMinutes(1);

    Judgement judge(Step step, Order order, BuyerFacts buyer, Instant now) {
        return unlessPaidSince(judge(step, now), order, buyer);
    }

    private Judgement judge(Step step, Instant now) {
        var due = step.due();
        var hours = task.hours();
        if (now.isBefore(due)) {
            return new Later(task, step.ordinal(), due);
        }
        if (!hours.daily().contain(due, zone)) {
            return new Drop(task, step.ordinal(), due, DropReason.SENDING_HOURS);
        }
        var missed = endOfMissedHours(due, now);
        if (missed.isPresent()) {
            return switch (hours.outside()) {
                case WAIT -> judge(step.at(hours.daily().nextFrom(missed.get(), zone)), now);
                case DROP -> new Drop(task, step.ordinal(), due, DropReason.SENDING_HOURS);
            };
        }
        return now.isAfter(due.plus(task.patience()))
                ? new Drop(task, step.ordinal(), due, DropReason.TOO_LATE)
                : new Now(task, step.ordinal(), due);
    }

    /**
     * When the hours ended in which it was due, where they ended before anybody lost patience. That it waits from then on is
     * told by the due time alone, whether or not somebody looked at it in between.
     */
    private Optional<Instant> endOfMissedHours(Instant due, Instant now) {
        return now.isAfter(due.plus(UNTIL_NEXT_SWEEP))
                ? task.hours()
                        .daily()
                        .endAfter(due, zone)
                        .filter(end -> !end.isAfter(now))
                        .filter(end -> !end.isAfter(due.plus(task.patience())))
                : Optional.empty();
    }

    private Judgement unlessPaidSince(Judgement judgement, Order order, BuyerFacts buyer) {
        return judgement instanceof Now(var _, var ordinal, var due)
                        && task.unlessPaidSince()
                        && buyer.lastPaidAt()
                                .filter(order.times().orderedAt()::isBefore)
                                .isPresent()
                ? new Drop(task, ordinal, due, DropReason.PAID_ANOTHER)
                : judgement;
    }
}
