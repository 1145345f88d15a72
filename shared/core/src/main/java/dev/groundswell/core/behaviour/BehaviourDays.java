package dev.groundswell.core.behaviour;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.Collection;

/** Where buyers' events are kept, by buyer and day. */
public interface BehaviourDays {

    /**
     * Adds events to what is kept of the day, as {@link BehaviourDay#with} says. Those that are there change nothing. Any
     * number of writers at once.
     *
     * @param events of this buyer and day, at least one
     */
    void add(StoreId store, BuyerId buyer, LocalDate day, Collection<BehaviourEvent> events);
}
