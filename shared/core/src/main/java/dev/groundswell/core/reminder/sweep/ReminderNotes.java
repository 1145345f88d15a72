package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.Reminders;
import dev.groundswell.core.reminder.Reminders.Slot;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes down what became of chosen reminders, whoever else writes to their orders' at the same time. */
final class ReminderNotes {

    private final Reminders reminders;

    ReminderNotes(Reminders reminders) {
        this.reminders = reminders;
    }

    /** What was learnt of a reminder that was chosen. */
    sealed interface Learnt {

        record News(Fate.News news) implements Learnt {}

        /** Its link was followed. */
        record Clicked(Instant at) implements Learnt {}

        /** It is certainly not sent, by anybody. */
        record Dropped(Instant at, DropReason reason, Collection<Slot> freed) implements Learnt {}

        /**
         * Of what the books say of its message; empty while somebody is sending it.
         *
         * @param slots to be freed where it is not sent
         */
        static Optional<Learnt> of(Message message, ReminderPrices prices, Collection<Slot> slots) {
            return message.outcome()
                    .map(outcome -> outcome instanceof Outcome.Excluded(var at, var reason)
                            ? new Dropped(at, DropReason.of(reason), slots)
                            : new News(new Fate.News(
                                    outcome.state(),
                                    outcome.at(),
                                    message.handover().map(Outcome.Sent::at),
                                    prices.paid(message))));
        }
    }

    /**
     * Writes it into what is kept of the reminders' orders, where it is news and not {@linkplain Fate.Chosen#presumes presumed}.
     *
     * @param known what is thought to be kept of some of them
     * @return what is kept of them then; without those of which nothing is
     */
    Map<OrderPhase, OrderReminders> note(
            StoreId store, Map<ReminderId, Learnt> learnt, Map<OrderPhase, OrderReminders> known) {
        var left = byKey(learnt);
        var noted = new HashMap<OrderPhase, OrderReminders>();
        var before = known.keySet().containsAll(left.keySet()) ? known : reminders.find(store, left.keySet());
        for (var attempt = 0; attempt < SweepLimits.MAX_ATTEMPTS; attempt++) {
            noted.putAll(write(store, left, before));
            left.keySet().retainAll(before.keySet());
            left.keySet().removeAll(noted.keySet());
            if (left.isEmpty()) {
                return noted;
            }
            before = reminders.find(store, left.keySet());
        }
        throw new IllegalStateException(
                "The reminders of " + left.keySet().iterator().next() + " change all the time.");
    }

    /** @return those that are as they are to be, some of them before */
    private Map<OrderPhase, OrderReminders> write(
            StoreId store, Map<OrderPhase, Map<ReminderId, Learnt>> learnt, Map<OrderPhase, OrderReminders> known) {
        var noted = new HashMap<OrderPhase, OrderReminders>();
        var changed = new LinkedHashMap<OrderPhase, OrderReminders>();
        var freed = new HashMap<ReminderId, Collection<Slot>>();
        learnt.forEach((key, ofOrder) -> {
            var before = known.get(key);
            if (before != null) {
                var after = with(before, ofOrder);
                (after.revision() == before.revision() ? noted : changed).put(key, after);
                freed.putAll(freed(ofOrder));
            }
        });
        freed.keySet().removeIf(id -> !changed.containsKey(id.orderPhase()));
        if (!changed.isEmpty()) {
            reminders.save(store, changed.values(), freed).forEach(key -> noted.put(key, after(changed, key)));
        }
        return noted;
    }

    private static OrderReminders after(Map<OrderPhase, OrderReminders> changed, OrderPhase key) {
        return Objects.requireNonNull(changed.get(key));
    }

    private static Map<OrderPhase, Map<ReminderId, Learnt>> byKey(Map<ReminderId, Learnt> learnt) {
        var byKey = new LinkedHashMap<OrderPhase, Map<ReminderId, Learnt>>();
        learnt.forEach((id, what) -> byKey.computeIfAbsent(id.orderPhase(), _ -> new LinkedHashMap<>())
                .put(id, what));
        return byKey;
    }

    private static Map<ReminderId, Collection<Slot>> freed(Map<ReminderId, Learnt> learnt) {
        var freed = new HashMap<ReminderId, Collection<Slot>>();
        learnt.forEach((id, what) -> {
            if (what instanceof Learnt.Dropped(var _, var _, var slots) && !slots.isEmpty()) {
                freed.put(id, slots);
            }
        });
        return freed;
    }

    /** What is kept of an order, with what was learnt; of the same revision where that need not be written down. */
    static OrderReminders with(OrderReminders before, Map<ReminderId, Learnt> learnt) {
        var after = before.reminders().stream()
                .map(reminder -> with(reminder, learnt.get(before.id(reminder.ordinal()))))
                .toList();
        var revision = isWorthAWrite(before.reminders(), after) ? before.revision() + 1 : before.revision();
        return new OrderReminders(before.buyer(), before.order(), before.phase(), after, revision);
    }

    private static boolean isWorthAWrite(List<Reminder> before, List<Reminder> after) {
        return IntStream.range(0, before.size())
                .anyMatch(i -> !before.get(i).equals(after.get(i))
                        && !isPresumed(before.get(i).fate(), after.get(i).fate()));
    }

    private static boolean isPresumed(Fate before, Fate after) {
        return before instanceof Fate.Chosen chosen
                && after instanceof Fate.Chosen known
                && known.news().filter(chosen::presumes).isPresent();
    }

    private static Reminder with(Reminder reminder, @Nullable Learnt learnt) {
        return new Reminder(reminder.ordinal(), reminder.task(), reminder.due(), with(reminder.fate(), learnt));
    }

    private static Fate with(Fate fate, @Nullable Learnt learnt) {
        if (!(fate instanceof Fate.Chosen chosen)) {
            return fate;
        }
        return switch (learnt) {
            case Learnt.News(var news) -> chosen.with(news);
            case Learnt.Clicked(var at) -> chosen.clickedAt(at);
            case Learnt.Dropped(var at, var reason, var _) ->
                chosen.news().isEmpty() ? new Fate.Dropped(at, reason) : fate;
            case null -> fate;
        };
    }
}
