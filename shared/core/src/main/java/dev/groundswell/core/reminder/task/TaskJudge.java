package dev.groundswell.core.reminder.task;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.task.Fit.Asked;
import dev.groundswell.core.reminder.task.Judgement.Dormant;
import dev.groundswell.core.reminder.task.Judgement.Settled;
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

    static final String APPLIES = "It is for the order.";

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
        return Waiting.isOver(order, known, now)
                .<Judgement>map(Settled::new)
                .or(() -> taskFor(new Asked(order, buyer, zone)).map(task -> byTask(task, order, buyer, known, now)))
                .orElseGet(() -> new Dormant("No task is for it."));
    }

    private Optional<ReminderTask> taskFor(Asked asked) {
        return tasks.stream().filter(task -> Fit.of(task, asked)).findFirst();
    }

    private Judgement byTask(ReminderTask task, Order order, BuyerFacts buyer, OrderReminders known, Instant now) {
        return new DueTimes(task, zone)
                .next(order, known)
                .map(step -> new SendingTime(task, zone).judge(step, order, buyer, now))
                .orElseGet(() -> new Dormant("Its task, '" + task.name() + "', has no reminder left for it."));
    }

    // ---- in words

    @Override
    public List<TaskVerdict> verdicts(Order order, BuyerFacts buyer) {
        var asked = new Asked(order, buyer, zone);
        var chosen = taskFor(asked);
        var verdicts = new ArrayList<TaskVerdict>();
        chosen.ifPresent(task -> verdicts.add(new TaskVerdict(task, true, APPLIES)));
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
