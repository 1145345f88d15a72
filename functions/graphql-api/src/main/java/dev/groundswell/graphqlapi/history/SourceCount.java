package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.order.OrderSource;
import java.util.List;
import java.util.Map;

/** How many orders came through one door. */
record SourceCount(OrderSource source, long orders) {

    static List<SourceCount> of(Map<OrderSource, Long> orders) {
        return orders.entrySet().stream()
                .map(entry -> new SourceCount(entry.getKey(), entry.getValue()))
                .toList();
    }
}
