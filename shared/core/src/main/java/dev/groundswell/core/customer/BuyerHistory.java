package dev.groundswell.core.customer;

import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.order.Order;
import java.util.List;

/**
 * All that is stored of what a buyer did; profile and counters follow from it.
 *
 * @param orders their latest snapshots
 * @param days   behaviour
 */
public record BuyerHistory(List<Order> orders, List<BehaviourDay> days) {

    public BuyerHistory {
        orders = List.copyOf(orders);
        days = List.copyOf(days);
    }

    public boolean isEmpty() {
        return orders.isEmpty() && days.isEmpty();
    }

    /** Of all days, in the order in which they happened, each once: also where a change of the store's zone has stored one in two days. */
    public List<BehaviourEvent> events() {
        return BehaviourDay.inOrder(
                days.stream().flatMap(day -> day.events().stream()).toList());
    }
}
