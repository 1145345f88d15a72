package dev.groundswell.core.customer;

import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.order.Order;
import java.util.Comparator;
import java.util.List;

/**
 * All that is stored of a buyer; profile and counters follow from it.
 *
 * @param orders   their latest snapshots
 * @param days     behaviour
 * @param consents the one that counts of each channel that the buyer said something about
 * @param messages of each channel that a message came by
 */
public record BuyerHistory(
        List<Order> orders, List<BehaviourDay> days, List<Consent> consents, List<MessageTimes> messages) {

    public BuyerHistory {
        orders = List.copyOf(orders);
        days = List.copyOf(days);
        consents =
                consents.stream().sorted(Comparator.comparing(Consent::channel)).toList();
        messages = messages.stream()
                .sorted(Comparator.comparing(MessageTimes::channel))
                .toList();
    }

    /** Of somebody who said nothing about messages, and got none. */
    public BuyerHistory(List<Order> orders, List<BehaviourDay> days) {
        this(orders, days, List.of(), List.of());
    }

    /** Whether the buyer never did anything in the store: who only said something about messages is nobody to count or to show. */
    public boolean isEmpty() {
        return orders.isEmpty() && days.isEmpty();
    }

    /** Of all days, in the order in which they happened, each once: also where a change of the store's zone has stored one in two days. */
    public List<BehaviourEvent> events() {
        return BehaviourDay.inOrder(
                days.stream().flatMap(day -> day.events().stream()).toList());
    }
}
