package dev.groundswell.core.metrics;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.HistoriesInMemory;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProjectBuyersTest {

    private static final BuyerId ANN = new BuyerId("ann");
    private static final BuyerId BEN = new BuyerId("ben");

    private final Store store =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    private final OrdersInMemory orders = new OrdersInMemory();
    private final CountersInMemory counters = new CountersInMemory();
    private final ProjectBuyers projection = new ProjectBuyers(new HistoriesInMemory(orders), counters);

    @BeforeEach
    void twoOrders() {
        orders.write(store.id(), anOrder("T1").by("ann").build());
        orders.write(store.id(), anOrder("T2").by("ben").build());
    }

    private static List<String> ids(Collection<BuyerHistory> histories) {
        return histories.stream()
                .flatMap(history -> history.orders().stream())
                .map(Order::id)
                .map(Object::toString)
                .toList();
    }

    @Nested
    class HistoriesAreHandedOn {

        @Test
        void beforeAnythingIsStored() {
            var seen = new ArrayList<String>();

            projection.project(store, List.of(ANN, BEN), histories -> {
                assertThat(counters.find(store.id(), List.of(ANN, BEN))).isEmpty();
                seen.addAll(ids(histories));
            });

            assertThat(seen).containsExactly("T1", "T2");
            assertThat(counters.find(store.id(), List.of(ANN, BEN))).containsOnlyKeys(ANN, BEN);
        }

        @Test
        void andNotStoredForWhomThatFails() {
            var result = projection.project(store, List.of(ANN, BEN), histories -> {
                if (ids(histories).contains("T1")) {
                    throw new IllegalStateException("T1 is broken.");
                }
            });

            assertThat(result.failures()).containsOnlyKeys(ANN);
            assertThat(counters.find(store.id(), List.of(ANN, BEN))).containsOnlyKeys(BEN);
        }
    }
}
