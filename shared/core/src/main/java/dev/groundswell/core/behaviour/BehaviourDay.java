package dev.groundswell.core.behaviour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What is kept of one buyer's day: the events, each once, and of a day with too many of them the first ones and about how
 * many more there were. It follows from the events alone, in whatever order and however often they came.
 *
 * @param day    of the store's zone
 * @param events in the order in which they happened
 * @param beyond those that are not kept
 */
public record BehaviourDay(LocalDate day, List<BehaviourEvent> events, EventSketch beyond) {

    /**
     * The busiest day among real shoppers has some 200 events; who has more than these is a programme that reads the shop.
     * With the longest of ids so many fit the 400 KB of a DynamoDB item.
     */
    public static final int MAX_EVENTS = 500;

    private static final Comparator<BehaviourEvent> AS_IT_HAPPENED = Comparator.comparing(BehaviourEvent::at)
            .thenComparing(BehaviourEvent::kind)
            .thenComparing(BehaviourEvent::itemId);

    public BehaviourDay {
        events = inOrder(events);
    }

    public static BehaviourDay empty(LocalDate day) {
        return new BehaviourDay(day, List.of(), EventSketch.empty());
    }

    /** The day with these events too. */
    public BehaviourDay with(Collection<BehaviourEvent> added) {
        var all = new ArrayList<>(events);
        all.addAll(added);
        var inOrder = inOrder(all);
        if (inOrder.size() <= MAX_EVENTS) {
            return new BehaviourDay(day, inOrder, beyond);
        }
        return new BehaviourDay(
                day, inOrder.subList(0, MAX_EVENTS), beyond.with(inOrder.subList(MAX_EVENTS, inOrder.size())));
    }

    /**
     * Events as they happened, each once. Of one that was told with several categories, or without, the greatest is kept:
     * any rule would do that does not depend on who came first.
     */
    public static List<BehaviourEvent> inOrder(Collection<BehaviourEvent> events) {
        var once = new TreeMap<BehaviourEvent, BehaviourEvent>(AS_IT_HAPPENED);
        events.forEach(event -> once.merge(event, event, BehaviourDay::greaterCategory));
        return List.copyOf(once.values());
    }

    private static BehaviourEvent greaterCategory(BehaviourEvent one, BehaviourEvent other) {
        var category = one.category();
        var otherCategory = other.category();
        if (category == null || otherCategory == null) {
            return category == null ? other : one;
        }
        return category.compareTo(otherCategory) >= 0 ? one : other;
    }
}
