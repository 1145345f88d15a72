package dev.groundswell.core.reminder.task;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.task.DueTimes.Step;
import dev.groundswell.core.reminder.task.Fit.Asked;
import dev.groundswell.core.reminder.task.Judgement.Settled;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Judges by the terms of one round of reminders, by hand or of a timed rule: each order that it woke is reminded once, as the
 * first or second reminder that it gets, and whatever it is not for is not looked at again.
 */
public final class RoundJudge implements Judge {

    private final ReminderTask terms;
    private final Instant due;
    private final ZoneId zone;

    /**
     * @param terms whose schedule is one instant
     * @param zone  of the store
     */
    public RoundJudge(ReminderTask terms, ZoneId zone) {
        if (!(terms.schedule() instanceof Schedule.At(var at)) || at.size() != 1) {
            throw new IllegalArgumentException("Round " + terms.id() + " is not for one instant.");
        }
        this.terms = terms;
        this.due =
                new DueTimes(terms, zone).withinHours(at.getFirst().atZone(zone).toInstant());
        this.zone = zone;
    }

    @Override
    public Judgement judge(Order order, BuyerFacts buyer, OrderReminders known, Instant now) {
        return Waiting.isOver(order, known, now)
                .or(() -> hadThis(known))
                .or(() -> Fit.misfit(terms, new Asked(order, buyer, zone)))
                .<Judgement>map(Settled::new)
                .orElseGet(() -> new SendingTime(terms, zone).judge(new Step(known.next(), due), order, buyer, now));
    }

    private Optional<String> hadThis(OrderReminders known) {
        return known.reminders().stream()
                .filter(reminder -> reminder.task().equals(terms.id().value()))
                .map(_ -> "It had the reminder of this round.")
                .findFirst();
    }

    @Override
    public List<TaskVerdict> verdicts(Order order, BuyerFacts buyer) {
        var misfit = Fit.misfit(terms, new Asked(order, buyer, zone));
        return List.of(new TaskVerdict(terms, misfit.isEmpty(), misfit.orElse(TaskJudge.APPLIES)));
    }
}
