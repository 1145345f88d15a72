package dev.groundswell.core.reminder.preview;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.sweep.ReminderQuotes;
import dev.groundswell.core.reminder.sweep.ReminderWriter.Written;
import dev.groundswell.core.reminder.task.Judge;
import dev.groundswell.core.reminder.task.Judgement;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.reminder.task.TaskJudge;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What tasks would have done with past orders. It goes from one minute at which an order is to be looked at to the next, as the
 * sweeps would have done, and sends nothing.
 */
final class Rehearsal {

    private final Judge judge;
    private final ReminderQuotes quotes;
    private final PastBuyers buyers;
    private final StoreCalendar calendar;
    private final Map<PhaseOfOrder, OrderReminders> known = new HashMap<>();
    private final Map<Room, Integer> taken = new HashMap<>();
    private final PriorityQueue<Look> looks = new PriorityQueue<>(Comparator.comparing(Look::at)
            .thenComparing(look -> look.past().latest().id().value()));
    private final List<Event> events = new ArrayList<>();

    Rehearsal(Store store, Collection<ReminderTask> tasks, ReminderQuotes quotes, PastBuyers buyers) {
        this.judge = new TaskJudge(tasks, store.zone());
        this.quotes = quotes;
        this.buyers = buyers;
        this.calendar = new StoreCalendar(store.zone());
    }

    /** What would have become of a reminder at a minute. */
    record Event(Instant at, TaskId task, Order order, int ordinal, Written what) {}

    private record Look(Instant at, PastOrder past) {}

    private record PhaseOfOrder(OrderId order, Phase phase) {}

    /** In which a buyer gets so many reminders and no more. */
    private record Room(BuyerId buyer, String scope) {}

    /** All before an instant, in the order of their minutes. */
    List<Event> until(Instant end, Collection<PastOrder> past) {
        past.forEach(
                order -> lookAgain(order, order.latest().times().orderedAt().plus(NoteOpenOrders.FIRST_LOOK)));
        for (var look = looks.poll(); look != null && look.at().isBefore(end); look = looks.poll()) {
            look(look.past(), look.at());
        }
        return events;
    }

    /** At the next whole minute. */
    private void lookAgain(PastOrder order, Instant from) {
        var minute = from.truncatedTo(ChronoUnit.MINUTES);
        looks.add(new Look(minute.equals(from) ? minute : minute.plus(1, ChronoUnit.MINUTES), order));
    }

    private void look(PastOrder past, Instant now) {
        var order = past.at(now);
        Phase.of(order).ifPresent(phase -> judge(past, order, known(order, phase), now));
    }

    private OrderReminders known(Order order, Phase phase) {
        return known.getOrDefault(
                new PhaseOfOrder(order.id(), phase), OrderReminders.none(order.buyer(), order.id(), phase));
    }

    private void judge(PastOrder past, Order order, OrderReminders kept, Instant now) {
        switch (judge.judge(order, buyers.at(order.buyer(), now), kept, now)) {
            case Judgement.Settled _, Judgement.Dormant _ ->
                past.changeAfter(now).ifPresent(change -> lookAgain(past, change));
            case Judgement.Later(var _, var _, var due) ->
                lookAgain(past, past.changeAfter(now).filter(due::isAfter).orElse(due));
            case Judgement.Now due -> note(past, kept, due, now, quoted(due, order, now));
            case Judgement.Drop(var task, var ordinal, var due, var reason) ->
                note(past, kept, new Judgement.Now(task, ordinal, due), now, new Written.Nothing(reason));
        }
    }

    private void note(PastOrder past, OrderReminders kept, Judgement.Now due, Instant now, Written what) {
        var task = due.task().id();
        events.add(new Event(now, task, past.at(now), due.ordinal(), what));
        var fate = new Fate.Dropped(now, DropReason.TASK_CHANGED);
        known.put(
                new PhaseOfOrder(kept.order(), kept.phase()),
                kept.with(new Reminder(due.ordinal(), task.value(), due.due(), fate)));
        looks.add(new Look(now, past));
    }

    // ---- what a buyer gets

    /** What would have gone out, and its room taken; or why nothing would have. */
    private Written quoted(Judgement.Now due, Order order, Instant now) {
        var written = quotes.quote(due, order, buyers.at(order.buyer(), now), now);
        if (!(written instanceof Written.Text)) {
            return written;
        }
        var limits = due.task().limits();
        var day = new Room(order.buyer(), calendar.dayOf(now).toString());
        var ofTask = new Room(order.buyer(), due.task().id().value());
        if (limits.onceADay() && taken.containsKey(day)) {
            return new Written.Nothing(DropReason.ONCE_A_DAY);
        }
        if (taken.getOrDefault(ofTask, 0) >= limits.ofBuyer().orElse(Integer.MAX_VALUE)) {
            return new Written.Nothing(DropReason.BUYER_LIMIT);
        }
        taken.merge(ofTask, 1, Integer::sum);
        if (limits.onceADay()) {
            taken.put(day, 1);
        }
        return written;
    }
}
