package dev.groundswell.bench.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedOrdersTest {

    private static final int ORDERS = 500;

    @Test
    void are_the_same_every_time() {
        assertThat(GeneratedOrders.changes(ORDERS)).isEqualTo(GeneratedOrders.changes(ORDERS));
    }

    @Test
    void come_in_the_order_of_their_modification() {
        assertThat(GeneratedOrders.changes(ORDERS).changes().stream()
                        .map(OrderItems::order)
                        .map(order -> order.times().modifiedAt()))
                .isSorted();
    }

    @Test
    void are_mostly_paid_and_sometimes_never() {
        var latest = latest();

        assertThat(latest).hasSize(ORDERS);
        assertThat(latest.values()).anyMatch(order -> order.status() == OrderStatus.PAID);
        assertThat(latest.values())
                .anyMatch(order ->
                        order.status() == OrderStatus.CLOSED && order.times().paidAt() == null);
    }

    @Test
    void make_one_item_for_each_change() {
        var changes = GeneratedOrders.changes(ORDERS);

        assertThat(OrderItems.of(changes)).hasSize(changes.size());
    }

    @Test
    void fill_messages_without_losing_one() {
        var changes = GeneratedOrders.changes(ORDERS);

        assertThat(changes.messages(100)).hasSize(Math.ceilDiv(changes.size(), 100));
        assertThat(String.join(",", changes.messages(100)).replaceAll("[\\[\\]]", ""))
                .isEqualTo(String.join(",", changes.changes()).replaceAll("[\\[\\]]", ""));
    }

    private static Map<String, Order> latest() {
        var latest = new HashMap<String, Order>();
        GeneratedOrders.changes(ORDERS).changes().stream()
                .map(OrderItems::order)
                .forEach(order -> latest.put(order.id().value(), order));
        return latest;
    }
}
