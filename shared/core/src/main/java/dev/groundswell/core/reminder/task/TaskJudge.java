package dev.groundswell.core.reminder.task;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.task.DueTimes.Step;
import dev.groundswell.core.reminder.task.Fit.Asked;
import dev.groundswell.core.reminder.task.Judgement.Dormant;
import dev.groundswell.core.reminder.task.Judgement.Drop;
import dev.groundswell.core.reminder.task.Judgement.Later;
import dev.groundswell.core.reminder.task.Judgement.Now;
import dev.groundswell.core.reminder.task.Judgement.Settled;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Judges by a store's tasks. Of those that fit an order the most specific one is for it, and no other steps in where that one's
 * hours or limits forbid.
 */
public final class TaskJudge implements Judge {

    /** What is due within its hours goes with the next sweep, though they end in between: sweeps come each whole minute. */
    private static final Duration UNTIL_NEXT_SWEEP = Duration.ofMinutes(1);

    /** The most specific one first. */
    private final List<ReminderTask> tasks;

    private final ZoneId zone;

    /** @param zone of the store */
    public TaskJudge(Collection<ReminderTask> tasks, ZoneId zone) {
        this.tasks = tasks.stream().sorted(Specificity.ORDER).toList();
        this.zone = zone;
    }

    @Override
    public Judgement judge(Order order, BuyerFacts buyer, OrderReminders known, Instant now) {
        return over(order, known, now)
                .<Judgement>map(Settled::new)
                .or(() -> taskFor(new Asked(order, buyer, zone)).map(task -> byTask(task, order, buyer, known, now)))
                .orElseGet(() -> new Dormant("No task is for it."));
    }

    private Optional<ReminderTask> taskFor(Asked asked) {
        return tasks.stream().filter(task -> Fit.of(task, asked)).findFirst();
    }

    // ---- orders that nobody is to be reminded of any more

    private static Optional<String> over(Order order, OrderReminders known, Instant now) {
        var phase = Phase.of(order);
        if (phase.isEmpty()) {
            return Optional.of("It waits for no payment.");
        }
        if (phase.get() != known.phase()) {
            return Optional.of("It waits for another payment than that.");
        }
        if (known.next() > ReminderId.MAX_ORDINAL) {
            return Optional.of("It had its reminders.");
        }
        return payableUntil(order, phase.get()).isAfter(now)
                ? Optional.empty()
                : Optional.of("Its time to be paid is over.");
    }

    /** Behind the last instant at which it can be paid. */
    private static Instant payableUntil(Order order, Phase phase) {
        var presale = order.presale();
        var closesAt = switch (phase) {
            case PAYMENT, DEPOSIT -> order.times().closesAt();
            case BALANCE -> presale == null ? null : presale.balanceUntil();
        };
        var longest = order.times().orderedAt().plus(NoteOpenOrders.LONGEST_OPEN);
        return closesAt != null && closesAt.isBefore(longest) ? closesAt : longest;
    }

    // ---- what its task says

    private Judgement byTask(ReminderTask task, Order order, BuyerFacts buyer, OrderReminders known, Instant now) {
        return new DueTimes(task, zone)
                .next(order, known)
                .map(step -> byTime(task, step, now))
                .map(judgement -> unlessPaidSince(judgement, order, buyer))
                .orElseGet(() -> new Dormant("Its task, '" + task.name() + "', has no reminder left for it."));
    }

    private Judgement byTime(ReminderTask task, Step step, Instant now) {
        var due = step.due();
        var hours = task.hours();
        if (now.isBefore(due)) {
            return new Later(task, step.ordinal(), due);
        }
        if (!hours.daily().contain(due, zone)) {
            return new Drop(task, step.ordinal(), due, DropReason.SENDING_HOURS);
        }
        var missed = endOfMissedHours(task, due, now);
        if (missed.isPresent()) {
            return switch (hours.outside()) {
                case WAIT -> byTime(task, step.at(hours.daily().nextFrom(missed.get(), zone)), now);
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
    private Optional<Instant> endOfMissedHours(ReminderTask task, Instant due, Instant now) {
        return now.isAfter(due.plus(UNTIL_NEXT_SWEEP))
                ? task.hours()
                        .daily()
                        .endAfter(due, zone)
                        .filter(end -> !end.isAfter(now))
                        .filter(end -> !end.isAfter(due.plus(task.patience())))
                : Optional.empty();
    }

    private static Judgement unlessPaidSince(Judgement judgement, Order order, BuyerFacts buyer) {
        return judgement instanceof Now(var task, var ordinal, var due)
                        && task.unlessPaidSince()
                        && buyer.lastPaidAt()
                                .filter(order.times().orderedAt()::isBefore)
                                .isPresent()
                ? new Drop(task, ordinal, due, DropReason.PAID_ANOTHER)
                : judgement;
    }

    // ---- in words

    @Override
    public List<TaskVerdict> verdicts(Order order, BuyerFacts buyer) {
        var asked = new Asked(order, buyer, zone);
        var chosen = taskFor(asked);
        var verdicts = new ArrayList<TaskVerdict>();
        chosen.ifPresent(task -> verdicts.add(new TaskVerdict(task, true, "It is for the order.")));
        tasks.stream()
                .filter(task -> !chosen.equals(Optional.of(task)))
                .map(task -> new TaskVerdict(task, false, whyNot(task, asked, chosen)))
                .forEach(verdicts::add);
        return verdicts;
    }

    private static String whyNot(ReminderTask task, Asked asked, Optional<ReminderTask> chosen) {
        return Fit.misfit(task, asked).orElseGet(() -> Specificity.why(chosen.orElseThrow(), task));
    }
}
