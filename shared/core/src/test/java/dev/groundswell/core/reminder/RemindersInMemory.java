package dev.groundswell.core.reminder;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link Reminders} in memory, for tests. Each call is one moment, whoever calls at the same time. */
public final class RemindersInMemory implements Reminders {

    private final Map<StoreId, Map<OrderPhase, OrderReminders>> kept = new HashMap<>();
    private final Map<Room, Set<ReminderId>> ofTasks = new HashMap<>();
    private final Map<OfStore, Day> days = new HashMap<>();

    private record OfStore(StoreId store, BuyerId buyer) {}

    private record Room(OfStore buyer, String task) {}

    private record Day(LocalDate day, ReminderId of) {}

    @Override
    public synchronized Map<OrderPhase, OrderReminders> find(StoreId store, Collection<OrderPhase> keys) {
        var found = new HashMap<OrderPhase, OrderReminders>();
        keys.forEach(key -> Optional.ofNullable(of(store).get(key)).ifPresent(known -> found.put(key, known)));
        return found;
    }

    @Override
    public synchronized Map<ReminderId, Chosen> choose(StoreId store, Collection<Choice> choices) {
        var chosen = new LinkedHashMap<ReminderId, Chosen>();
        choices.forEach(choice -> chosen.put(choice.id(), choose(store, choice)));
        return chosen;
    }

    private Chosen choose(StoreId store, Choice choice) {
        if (!isNext(store, choice.reminders())) {
            return new Chosen.Overtaken();
        }
        var full = choice.slots().stream()
                .filter(slot -> !hasRoom(store, choice.id(), slot))
                .findFirst();
        if (full.isPresent()) {
            return new Chosen.Full(full.get());
        }
        choice.slots().forEach(slot -> take(store, choice.id(), slot));
        put(store, choice.reminders());
        return new Chosen.Written();
    }

    @Override
    public synchronized Collection<OrderPhase> save(
            StoreId store, Collection<OrderReminders> changed, Map<ReminderId, Collection<Slot>> freed) {
        var saved = new ArrayList<OrderPhase>();
        for (var reminders : changed) {
            if (isNext(store, reminders)) {
                put(store, reminders);
                saved.add(key(reminders));
            }
        }
        freed.forEach((id, slots) -> {
            if (saved.contains(new OrderPhase(id.buyer(), id.order(), id.phase()))) {
                slots.forEach(slot -> free(store, id, slot));
            }
        });
        return saved;
    }

    /** All of a store. */
    public synchronized List<OrderReminders> all(StoreId store) {
        return List.copyOf(of(store).values());
    }

    /** Whose a buyer's day is, if it is that one. */
    public synchronized Optional<ReminderId> ofDay(StoreId store, BuyerId buyer, LocalDate day) {
        return Optional.ofNullable(days.get(new OfStore(store, buyer)))
                .filter(taken -> taken.day().equals(day))
                .map(Day::of);
    }

    private boolean isNext(StoreId store, OrderReminders reminders) {
        var known = of(store).get(key(reminders));
        return reminders.revision() == (known == null ? 0 : known.revision()) + 1;
    }

    private boolean hasRoom(StoreId store, ReminderId id, Slot slot) {
        return switch (slot) {
            case Slot.OfDay(var day) -> {
                var taken = days.get(new OfStore(store, id.buyer()));
                yield taken == null || taken.day().isBefore(day) || taken.of().equals(id);
            }
            case Slot.OfTask ofTask -> {
                var room = room(store, id, ofTask);
                yield room.contains(id) || room.size() < ofTask.limit();
            }
        };
    }

    private void take(StoreId store, ReminderId id, Slot slot) {
        switch (slot) {
            case Slot.OfDay(var day) -> days.put(new OfStore(store, id.buyer()), new Day(day, id));
            case Slot.OfTask ofTask -> room(store, id, ofTask).add(id);
        }
    }

    private void free(StoreId store, ReminderId id, Slot slot) {
        switch (slot) {
            case Slot.OfDay _ ->
                days.computeIfPresent(
                        new OfStore(store, id.buyer()), (_, taken) -> taken.of().equals(id) ? null : taken);
            case Slot.OfTask ofTask -> room(store, id, ofTask).remove(id);
        }
    }

    private Set<ReminderId> room(StoreId store, ReminderId id, Slot.OfTask slot) {
        return ofTasks.computeIfAbsent(new Room(new OfStore(store, id.buyer()), slot.task()), _ -> new HashSet<>());
    }

    private void put(StoreId store, OrderReminders reminders) {
        of(store).put(key(reminders), reminders);
    }

    private Map<OrderPhase, OrderReminders> of(StoreId store) {
        return kept.computeIfAbsent(store, _ -> new LinkedHashMap<>());
    }

    private static OrderPhase key(OrderReminders reminders) {
        return new OrderPhase(reminders.buyer(), reminders.order(), reminders.phase());
    }
}
