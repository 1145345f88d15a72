package dev.groundswell.core.behaviour;

import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer's events say of the buyer: a pure function of them.
 *
 * @param lastViewedAt     absent if the buyer viewed nothing; likewise the next two
 * @param viewedLately     items, the latest first, at most {@value #MAX_VIEWED}
 * @param favourites       items favourited and not taken out since, the latest first, at most {@value #MAX_ITEMS}
 * @param cart             items put into the cart and neither taken out nor bought since, likewise
 * @param favouriteItems   how many items are favourites, also beyond that list
 * @param cartItems        how many are in the cart, likewise
 * @param counts           of all the events
 * @param days             the latest days with events, at most {@value #MAX_DAYS}, the latest first
 */
public record BuyerBehaviour(
        @Nullable Instant lastViewedAt,
        @Nullable Instant lastFavouritedAt,
        @Nullable Instant lastCartedAt,
        List<ItemInterest> viewedLately,
        List<ItemInterest> favourites,
        List<ItemInterest> cart,
        int favouriteItems,
        int cartItems,
        BehaviourCounts counts,
        List<Day> days) {

    /** What a message can speak of. */
    public static final int MAX_VIEWED = 20;

    /** Some two kilobytes of a profile: more would make each change of it dear. */
    public static final int MAX_ITEMS = 50;

    /** A month. */
    public static final int MAX_DAYS = 31;

    public static final BuyerBehaviour NONE = new BuyerBehaviour(
            null, null, null, List.of(), List.of(), List.of(), 0, 0, BehaviourCounts.ZERO, List.of());

    private static final Comparator<ItemInterest> LATEST_FIRST =
            Comparator.comparing(ItemInterest::at).reversed().thenComparing(ItemInterest::itemId);

    public BuyerBehaviour {
        viewedLately = List.copyOf(viewedLately);
        favourites = List.copyOf(favourites);
        cart = List.copyOf(cart);
        days = List.copyOf(days);
    }

    /** A day's events, by the store's zone. */
    public record Day(LocalDate day, BehaviourCounts counts) {}

    /** @param events in the order in which they happened, each once */
    public static BuyerBehaviour of(List<BehaviourEvent> events, StoreCalendar calendar) {
        if (events.isEmpty()) {
            return NONE;
        }
        var last = new EnumMap<BehaviourKind, Instant>(BehaviourKind.class);
        events.forEach(event -> last.put(event.kind(), event.at()));
        var favourites = standing(events, BehaviourKind.FAVOURITE, kind -> kind == BehaviourKind.UNFAVOURITE);
        var cart = standing(
                events, BehaviourKind.CART, kind -> kind == BehaviourKind.UNCART || kind == BehaviourKind.PURCHASE);
        return new BuyerBehaviour(
                last.get(BehaviourKind.VIEW),
                last.get(BehaviourKind.FAVOURITE),
                last.get(BehaviourKind.CART),
                first(MAX_VIEWED, standing(events, BehaviourKind.VIEW, _ -> false)),
                first(MAX_ITEMS, favourites),
                first(MAX_ITEMS, cart),
                favourites.size(),
                cart.size(),
                BehaviourCounts.of(events),
                latestDays(events, calendar));
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The items for which the last event of those that put or take is one that puts. */
    private static List<ItemInterest> standing(
            Collection<BehaviourEvent> events, BehaviourKind puts, Predicate<BehaviourKind> takes) {
        var standing = new HashMap<String, ItemInterest>();
        for (var event : events) {
            if (event.kind() == puts) {
                standing.put(event.itemId(), new ItemInterest(event.itemId(), event.category(), event.at()));
            } else if (takes.test(event.kind())) {
                standing.remove(event.itemId());
            }
        }
        return standing.values().stream().sorted(LATEST_FIRST).toList();
    }

    private static List<Day> latestDays(Collection<BehaviourEvent> events, StoreCalendar calendar) {
        var days = byDay(events, calendar);
        return first(
                MAX_DAYS,
                days.descendingMap().entrySet().stream()
                        .map(day -> new Day(day.getKey(), BehaviourCounts.of(day.getValue())))
                        .toList());
    }

    /** Events by the day of the store's zone on which they happened. */
    public static TreeMap<LocalDate, List<BehaviourEvent>> byDay(
            Collection<BehaviourEvent> events, StoreCalendar calendar) {
        var days = new TreeMap<LocalDate, List<BehaviourEvent>>();
        events.forEach(event -> days.computeIfAbsent(calendar.dayOf(event.at()), _ -> new ArrayList<>())
                .add(event));
        return days;
    }

    private static <T> List<T> first(int number, List<T> all) {
        return all.subList(0, Math.min(number, all.size()));
    }
}
