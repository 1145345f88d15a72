package dev.groundswell.core.metrics;

import dev.groundswell.core.behaviour.BehaviourCounts;

/**
 * What is counted of a day's behaviour. Adds up over people; over days only the events do.
 *
 * @param visitors    distinct people with a view
 * @param favouriters distinct people with a favourite
 * @param carters     distinct people with a cart add
 * @param beyond      about how many events more there were of people with more of them than are kept
 */
public record WarmUpCounts(long visitors, long favouriters, long carters, BehaviourCounts events, long beyond) {

    public static final WarmUpCounts ZERO = new WarmUpCounts(0, 0, 0, BehaviourCounts.ZERO, 0);

    /** What one person's day counts. */
    static WarmUpCounts ofPerson(BehaviourCounts events, long beyond) {
        return new WarmUpCounts(
                Math.min(1, events.views()),
                Math.min(1, events.favourites()),
                Math.min(1, events.cartAdds()),
                events,
                beyond);
    }

    public WarmUpCounts plus(WarmUpCounts other) {
        return new WarmUpCounts(
                visitors + other.visitors,
                favouriters + other.favouriters,
                carters + other.carters,
                events.plus(other.events),
                beyond + other.beyond);
    }

    public WarmUpCounts negated() {
        return new WarmUpCounts(-visitors, -favouriters, -carters, events.negated(), -beyond);
    }

    public boolean isZero() {
        return equals(ZERO);
    }

    public long people(Interest interest) {
        return switch (interest) {
            case VISITED -> visitors;
            case FAVOURITED -> favouriters;
            case CARTED -> carters;
        };
    }
}
