package dev.groundswell.core.reminder.sweep;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.send.SettleExpiredClaims;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.Reminders.Slot;
import dev.groundswell.core.reminder.WakeUpBundle;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.reminder.WakeUps.WakeUp;
import dev.groundswell.core.reminder.sweep.Look.Step;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.TaskBook;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Does what wake-ups say. What comes of each is written down before the next wake-up is put, and that before this one is deleted;
 * so whoever ends in between leaves one that leads to the same.
 */
final class TakeWakeUps {

    private final WakeUps wakeUps;
    private final Rounds rounds;
    private final Messages messages;
    private final SettleExpiredClaims expired;
    private final SendReminders.Ports ports;
    private final SendReminders sending;
    private final ReminderNotes notes;
    private final InstantSource time;

    TakeWakeUps(SweepShard.Ports ports, SendReminders sending, SettleExpiredClaims expired, InstantSource time) {
        this.wakeUps = ports.wakeUps();
        this.rounds = ports.rounds();
        this.messages = ports.messages();
        this.expired = expired;
        this.ports = ports.sending();
        this.sending = sending;
        this.notes = new ReminderNotes(ports.sending().reminders());
        this.time = time;
    }

    /**
     * Takes them by the tasks as they are when it is done: if somebody saves others meanwhile, all is judged again. So whoever
     * saves tasks after that finds the wake-ups that were put here, and none that are still to be deleted.
     *
     * @param book as it was read last
     * @return as it is read afterwards; with another revision only where tasks are saved all the time, and then the wake-ups stay
     */
    TaskBook take(Store store, TaskBook book, WakeUps.Page taken) {
        var current = book;
        for (var attempt = 0; attempt < SweepLimits.MAX_ATTEMPTS; attempt++) {
            var page = new Page(store, current);
            page.work(taken);
            var after = ports.tasks().read(store.id());
            if (after.revision() == current.revision()) {
                after = page.finish();
            }
            if (after.revision() == current.revision()) {
                return after;
            }
            current = after;
        }
        return current;
    }

    /** Some wake-ups, judged by the same tasks. */
    private final class Page {

        private final Store store;
        private final TaskBook book;
        private final Instant now;
        private final Judges judges;
        private final Set<WakeUp> done = new HashSet<>();

        /** Bundles of which something is done. */
        private final List<WakeUpBundle> ended = new ArrayList<>();

        /** What is put in the place of those: what comes of what is done, and whatever else was in them. */
        private final List<WakeUp> next = new ArrayList<>();

        private final Set<MessageId> claimed = new HashSet<>();
        private Map<String, ReminderTask> ofRounds = Map.of();

        Page(Store store, TaskBook book) {
            this.store = store;
            this.book = book;
            this.now = time.instant();
            this.judges = Judges.of(store, book);
        }

        void work(WakeUps.Page taken) {
            var open = withBooks(looks(taken.wakeUps()));
            while (!open.isEmpty()) {
                open = step(open);
            }
            next.forEach(done::remove);
            taken.due().stream()
                    .filter(bundle -> bundle.wakeUps().stream().anyMatch(done::contains))
                    .forEach(ended::add);
            ended.stream()
                    .flatMap(bundle -> bundle.wakeUps().stream())
                    .filter(wakeUp -> !done.contains(wakeUp))
                    .forEach(next::add);
            if (!next.isEmpty()) {
                wakeUps.put(store.id(), next);
            }
        }

        /**
         * Deletes what is done, and puts it back where tasks were saved meanwhile: whoever looked at all orders for those may have
         * relied on it.
         */
        TaskBook finish() {
            if (ended.isEmpty()) {
                return book;
            }
            wakeUps.delete(store.id(), ended);
            var after = ports.tasks().read(store.id());
            if (after.revision() != book.revision()) {
                wakeUps.put(store.id(), done);
            }
            return after;
        }

        // ---- what is known

        private List<Look> looks(List<WakeUp> taken) {
            var byOrder = oneOfEach(taken);
            var orders = ports.orders()
                    .read(store.id(), byOrder.values().stream().collect(toMap(WakeUp::order, WakeUp::buyer)));
            var kept = kept(orders.values());
            var buyers = buyers(orders.values());
            ofRounds = rounds(byOrder.values(), kept.values());
            var looks = new ArrayList<Look>();
            done.addAll(others(taken, byOrder));
            byOrder.forEach((id, wakeUp) -> {
                var order = orders.get(id);
                var round = wakeUp.round().map(ofRounds::get);
                if (order == null || round.isPresent() != wakeUp.round().isPresent()) {
                    done.add(wakeUp);
                } else {
                    var buyer = buyers.getOrDefault(order.buyer(), BuyerFacts.UNKNOWN);
                    looks.add(new Look(wakeUp, order, buyer, round, ofPhases(order, kept)));
                }
            });
            return looks;
        }

        private static Map<OrderId, WakeUp> oneOfEach(List<WakeUp> taken) {
            var byOrder = new LinkedHashMap<OrderId, WakeUp>();
            taken.forEach(wakeUp -> byOrder.putIfAbsent(wakeUp.order(), wakeUp));
            return byOrder;
        }

        /**
         * Those of an order that has an earlier one: the order is read after all of them, so that one stands for them too. Those of
         * another round would meet what is just being written for the first; they stay.
         */
        private static List<WakeUp> others(List<WakeUp> taken, Map<OrderId, WakeUp> first) {
            return taken.stream()
                    .filter(wakeUp -> {
                        var one = Objects.requireNonNull(first.get(wakeUp.order()));
                        return !one.equals(wakeUp) && one.round().equals(wakeUp.round());
                    })
                    .toList();
        }

        private Map<OrderPhase, OrderReminders> kept(Collection<Order> orders) {
            var keys = orders.stream()
                    .flatMap(order ->
                            Look.phases(order).stream().map(phase -> new OrderPhase(order.buyer(), order.id(), phase)))
                    .toList();
            return keys.isEmpty() ? Map.of() : ports.reminders().find(store.id(), keys);
        }

        private static Map<Phase, OrderReminders> ofPhases(Order order, Map<OrderPhase, OrderReminders> kept) {
            var ofPhases = new EnumMap<Phase, OrderReminders>(Phase.class);
            for (var phase : Look.phases(order)) {
                var none = OrderReminders.none(order.buyer(), order.id(), phase);
                ofPhases.put(phase, kept.getOrDefault(new OrderPhase(order.buyer(), order.id(), phase), none));
            }
            return ofPhases;
        }

        /** Of those only whose orders are open: nine in ten are paid by the first look. */
        private Map<BuyerId, BuyerFacts> buyers(Collection<Order> orders) {
            var open = orders.stream()
                    .filter(order -> Phase.of(order).isPresent())
                    .map(Order::buyer)
                    .collect(toSet());
            return open.isEmpty() ? Map.of() : ports.buyers().read(store.id(), open);
        }

        private Map<String, ReminderTask> rounds(Collection<WakeUp> taken, Collection<OrderReminders> kept) {
            var tasks = book.tasks().stream().map(task -> task.id().value()).collect(toSet());
            var ids = Stream.concat(
                            taken.stream().flatMap(wakeUp -> wakeUp.round().stream()),
                            kept.stream()
                                    .flatMap(each -> each.underWay().stream())
                                    .map(Reminder::task))
                    .filter(id -> !tasks.contains(id))
                    .collect(toSet());
            return ids.isEmpty() ? Map.of() : rounds.find(store.id(), ids);
        }

        /** With what the books say of messages that are under way: whoever chose them may have ended before writing it down. */
        private List<Look> withBooks(List<Look> looks) {
            var underWay = ReminderOutcomes.underWay(looks.stream().flatMap(Look::underWay));
            if (underWay.isEmpty()) {
                return looks;
            }
            var books = expired.settle(store.id(), messages.find(store.id(), underWay.keySet()));
            books.values().stream()
                    .filter(message -> message.outcome().isEmpty())
                    .map(Message::id)
                    .forEach(claimed::add);
            var learnt = ReminderOutcomes.learnt(
                    underWay, books.values(), ports.providers().all(store.id()));
            var noted = notes.note(store.id(), learnt, Map.of());
            return looks.stream().map(look -> look.with(noted)).toList();
        }

        // ---- what becomes of it

        /** One step of each. @return those that are to be looked at again */
        private List<Look> step(List<Look> open) {
            var waiting = new HashMap<OrderPhase, Look>();
            var writes = new ArrayList<Step.Write>();
            var due = new ArrayList<Due>();
            for (var look : open) {
                switch (look.next(terms(look))) {
                    case Step.End(var after) -> {
                        done.add(look.wakeUp());
                        after.ifPresent(next::add);
                    }
                    case Step.Stay() -> {}
                    case Step.Write write -> {
                        writes.add(write);
                        waiting.put(look.key(write.changed().phase()), look);
                    }
                    case Step.Send(var reminder) -> {
                        due.add(reminder);
                        waiting.put(look.key(reminder.kept().phase()), look);
                    }
                }
            }
            var changed = new LinkedHashMap<>(write(writes));
            changed.putAll(sending.send(store, due));
            return changed.keySet().stream()
                    .map(key -> Objects.requireNonNull(waiting.get(key)).with(changed))
                    .toList();
        }

        private Look.Terms terms(Look look) {
            return new Look.Terms(store, judges.of(look.round()), claimed, ofRounds.keySet(), now);
        }

        private Map<OrderPhase, OrderReminders> write(List<Step.Write> writes) {
            if (writes.isEmpty()) {
                return Map.of();
            }
            var changed = new LinkedHashMap<OrderPhase, OrderReminders>();
            var freed = new HashMap<ReminderId, Collection<Slot>>();
            for (var write : writes) {
                var reminders = write.changed();
                changed.put(reminders.orderPhase(), reminders);
                freed.putAll(write.freed());
            }
            changed.keySet().retainAll(ports.reminders().save(store.id(), changed.values(), freed));
            return changed;
        }
    }
}
