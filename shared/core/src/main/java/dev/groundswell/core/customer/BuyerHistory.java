package dev.groundswell.core.customer;

import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.link.ClickedLink;
import dev.groundswell.core.order.BuyerContact;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.OrderReminders;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is stored of a buyer; profile and counters follow from it.
 *
 * @param orders   their latest snapshots
 * @param days     behaviour
 * @param consents the one that counts of each channel that the buyer said something about
 * @param messages of each channel that a message came by, or a link of which was clicked
 * @param clicks   the links in messages that the buyer followed
 * @param reminders that were due for the orders, and what became of them
 * @param leftover the orders that are stored with a contact, though the person was erased after they were placed; here they
 *                 are without
 */
public record BuyerHistory(
        List<Order> orders,
        List<BehaviourDay> days,
        List<Consent> consents,
        List<MessageTimes> messages,
        List<ClickedLink> clicks,
        List<OrderReminders> reminders,
        Set<OrderId> leftover) {

    public BuyerHistory {
        orders = List.copyOf(orders);
        days = List.copyOf(days);
        consents =
                consents.stream().sorted(Comparator.comparing(Consent::channel)).toList();
        messages = MessageTimes.with(clicks, messages);
        clicks = List.copyOf(clicks);
        reminders = List.copyOf(reminders);
        leftover = Set.copyOf(leftover);
    }

    /** Of somebody who was not erased. */
    public BuyerHistory(
            List<Order> orders,
            List<BehaviourDay> days,
            List<Consent> consents,
            List<MessageTimes> messages,
            List<ClickedLink> clicks,
            List<OrderReminders> reminders) {
        this(orders, days, consents, messages, clicks, reminders, Set.of());
    }

    /** Of somebody of whose orders no reminder was due. */
    public BuyerHistory(
            List<Order> orders,
            List<BehaviourDay> days,
            List<Consent> consents,
            List<MessageTimes> messages,
            List<ClickedLink> clicks) {
        this(orders, days, consents, messages, clicks, List.of());
    }

    /** Of somebody who said nothing about messages, and got none. */
    public BuyerHistory(List<Order> orders, List<BehaviourDay> days) {
        this(orders, days, List.of(), List.of(), List.of());
    }

    /** The same of somebody who was erased then: no order that was placed until then says who bought. */
    public BuyerHistory erased(Instant at) {
        var left =
                orders.stream().filter(order -> tells(order, at)).map(Order::id).collect(Collectors.toSet());
        var without = orders.stream()
                .map(order -> left.contains(order.id()) ? order.withoutContact() : order)
                .toList();
        return new BuyerHistory(without, days, consents, messages, clicks, reminders, left);
    }

    private static boolean tells(Order order, Instant erasedAt) {
        return !order.times().orderedAt().isAfter(erasedAt) && !order.contact().equals(BuyerContact.UNKNOWN);
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
