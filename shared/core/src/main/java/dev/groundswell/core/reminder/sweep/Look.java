package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.Reminders.Slot;
import dev.groundswell.core.reminder.WakeUps.WakeUp;
import dev.groundswell.core.reminder.task.Judge;
import dev.groundswell.core.reminder.task.Judgement;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An order that a wake-up says to look at.
 *
 * @param round the terms by which it is judged; empty: the tasks
 * @param known what is kept of its reminders, of all its phases
 */
record Look(
        WakeUp wakeUp, Order order, BuyerFacts buyer, Optional<ReminderTask> round, Map<Phase, OrderReminders> known) {

    Look {
        known = Map.copyOf(known);
    }

    /** What to do about it next. */
    sealed interface Step {

        /** The wake-up has done its work, once the next one is put. */
        record End(Optional<WakeUp> next) implements Step {}

        /** The wake-up stays for another time. */
        record Stay() implements Step {}

        /** Something is to be written down, and the order looked at again. */
        record Write(OrderReminders changed, Map<ReminderId, Collection<Slot>> freed) implements Step {}

        record Send(Due due) implements Step {}
    }

    /**
     * By what it is to be judged.
     *
     * @param claimed messages that somebody may be sending at this moment
     * @param rounds  the ids of those that are known
     */
    record Terms(Store store, Judge judge, Set<MessageId> claimed, Set<String> rounds, Instant now) {}

    /** Whose reminders it may have. */
    static Set<Phase> phases(Order order) {
        var phases = order.presale() == null ? EnumSet.of(Phase.PAYMENT) : EnumSet.of(Phase.DEPOSIT, Phase.BALANCE);
        if (order.status() == OrderStatus.DEPOSIT_PAID) {
            phases.add(Phase.BALANCE);
        }
        return phases;
    }

    /** With what is kept by now of some of its reminders. */
    Look with(Map<OrderPhase, OrderReminders> kept) {
        var all = new EnumMap<Phase, OrderReminders>(Phase.class);
        known.forEach((phase, before) -> all.put(phase, kept.getOrDefault(key(phase), before)));
        return new Look(wakeUp, order, buyer, round, all);
    }

    OrderPhase key(Phase phase) {
        return new OrderPhase(order.buyer(), order.id(), phase);
    }

    /** Reminders that somebody chose, and of which nobody knows what became of them. */
    Stream<OrderReminders> underWay() {
        return known.values().stream().filter(kept -> kept.underWay().isPresent());
    }

    Step next(Terms terms) {
        return underWay()
                .findFirst()
                .map(kept -> underWay(kept, kept.underWay().orElseThrow(), terms))
                .orElseGet(() -> undecided(terms));
    }

    private Step undecided(Terms terms) {
        return Phase.of(order)
                .map(phase -> Objects.requireNonNull(known.get(phase)))
                .map(kept -> undecided(kept, terms))
                .orElseGet(() -> new Step.End(Optional.empty()));
    }

    private Step undecided(OrderReminders kept, Terms terms) {
        return switch (terms.judge().judge(order, buyer, kept, terms.now())) {
            case Judgement.Settled _ -> new Step.End(Optional.empty());
            case Judgement.Dormant _ -> asleep(terms.now());
            case Judgement.Later(var _, var _, var due) -> at(due);
            case Judgement.Now now -> new Step.Send(new Due(order, buyer, kept, now, terms.now(), round));
            case Judgement.Drop(var task, var ordinal, var due, var reason) ->
                new Step.Write(
                        kept.with(new Reminder(ordinal, task.id().value(), due, new Fate.Dropped(terms.now(), reason))),
                        Map.of());
        };
    }

    // ---- one that somebody chose, and whose message nobody has sent, nor is sending, unless the terms say so

    private Step underWay(OrderReminders kept, Reminder reminder, Terms terms) {
        if (!(reminder.fate() instanceof Fate.Chosen chosen) || isAnothers(reminder, chosen, terms)) {
            return new Step.Stay();
        }
        if (Phase.of(order).filter(kept.phase()::equals).isEmpty()) {
            return drop(kept, reminder, DropReason.ORDER_CHANGED, terms);
        }
        var before = Due.before(kept, reminder.ordinal());
        return switch (terms.judge().judge(order, buyer, before, terms.now())) {
            case Judgement.Now now
            when now.ordinal() == reminder.ordinal() ->
                new Step.Send(new Due(order, buyer, kept, now, terms.now(), round));
            case Judgement.Later(var _, var ordinal, var due) when ordinal == reminder.ordinal() -> at(due);
            case Judgement.Drop(var _, var ordinal, var _, var reason)
            when ordinal == reminder.ordinal() -> drop(kept, reminder, reason, terms);
            case Judgement.Settled _ -> drop(kept, reminder, DropReason.ORDER_CHANGED, terms);
            case Judgement.Dormant _, Judgement.Now _, Judgement.Later _, Judgement.Drop _ ->
                drop(kept, reminder, DropReason.TASK_CHANGED, terms);
        };
    }

    private boolean isAnothers(Reminder reminder, Fate.Chosen chosen, Terms terms) {
        var isOfThese = round.map(ReminderTask::id)
                .map(id -> id.value().equals(reminder.task()))
                .orElseGet(() -> !terms.rounds().contains(reminder.task()));
        return !isOfThese
                || terms.claimed().contains(chosen.message())
                || chosen.at().plus(SweepLimits.CHOSEN_FOR).isAfter(terms.now());
    }

    private Step drop(OrderReminders kept, Reminder reminder, DropReason reason, Terms terms) {
        var fate = new Fate.Dropped(terms.now(), reason);
        return new Step.Write(
                kept.with(new Reminder(reminder.ordinal(), reminder.task(), reminder.due(), fate)),
                Map.of(kept.id(reminder.ordinal()), ReminderSlots.ofAny(terms.store(), reminder)));
    }

    // ---- the next wake-up

    private Step at(Instant due) {
        return due.equals(wakeUp.due())
                ? new Step.Stay()
                : new Step.End(
                        Optional.of(new WakeUp(due, wakeUp.buyer(), wakeUp.order(), wakeUp.token(), wakeUp.round())));
    }

    /** No task is for it. It is found when tasks are saved, as long as anybody may pay it, and until then with others of its hour. */
    private Step asleep(Instant now) {
        var forGood = hourAtOrAfter(order.times().orderedAt().plus(NoteOpenOrders.LONGEST_OPEN));
        return round.isPresent() || !now.isBefore(forGood) ? new Step.End(Optional.empty()) : at(forGood);
    }

    private static Instant hourAtOrAfter(Instant instant) {
        var hour = instant.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(instant) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }
}
