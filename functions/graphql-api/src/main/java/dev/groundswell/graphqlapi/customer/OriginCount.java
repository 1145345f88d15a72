package dev.groundswell.graphqlapi.customer;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.Origin;
import java.util.List;

/** How many orders of a customer have an origin. */
record OriginCount(Origin origin, int orders) {

    static List<OriginCount> of(CustomerProfile customer) {
        return customer.ordersByOrigin().entrySet().stream()
                .map(entry -> new OriginCount(entry.getKey(), entry.getValue()))
                .toList();
    }
}
