package dev.groundswell.core.behaviour;

import java.util.Collection;

/**
 * How many events there were, of each kind.
 *
 * @param removals from favourites and from carts
 */
public record BehaviourCounts(long views, long favourites, long cartAdds, long purchases, long removals) {

    public static final BehaviourCounts ZERO = new BehaviourCounts(0, 0, 0, 0, 0);

    /** @param events each once */
    public static BehaviourCounts of(Collection<BehaviourEvent> events) {
        return events.stream().map(event -> one(event.kind())).reduce(ZERO, BehaviourCounts::plus);
    }

    public BehaviourCounts plus(BehaviourCounts other) {
        return new BehaviourCounts(
                views + other.views,
                favourites + other.favourites,
                cartAdds + other.cartAdds,
                purchases + other.purchases,
                removals + other.removals);
    }

    public BehaviourCounts negated() {
        return new BehaviourCounts(-views, -favourites, -cartAdds, -purchases, -removals);
    }

    public long total() {
        return views + favourites + cartAdds + purchases + removals;
    }

    private static BehaviourCounts one(BehaviourKind kind) {
        return switch (kind) {
            case VIEW -> new BehaviourCounts(1, 0, 0, 0, 0);
            case FAVOURITE -> new BehaviourCounts(0, 1, 0, 0, 0);
            case CART -> new BehaviourCounts(0, 0, 1, 0, 0);
            case PURCHASE -> new BehaviourCounts(0, 0, 0, 1, 0);
            case UNFAVOURITE, UNCART -> new BehaviourCounts(0, 0, 0, 0, 1);
        };
    }
}
