package dev.groundswell.core.metrics;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.metrics.RebuildProjection.Comparison;
import dev.groundswell.core.metrics.RebuildProjection.Mode;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildProjectionTest {

    private final Store store =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    private final OrdersInMemory orders = new OrdersInMemory();
    private final CountersInMemory counters = new CountersInMemory();
    private final RebuildProjection rebuild = new RebuildProjection(orders, orders, counters, counters);
    private List<Order> changes = List.of();

    @BeforeEach
    void projectedHistories() {
        changes = Histories.changes(new Random(1), 150, 20);
        changes.forEach(change -> orders.write(store.id(), change));
        new ProjectBuyers(orders, counters)
                .project(store, changes.stream().map(Order::buyer).toList());
    }

    @Test
    void whatTheProjectionKeptIsWhatTheOrdersSay() {
        assertThat(rebuild.rebuild(store, Mode.COMPARE)).isEqualTo(new Comparison(20, 150, 0, 0, false));
    }

    @Test
    void aForgottenBuyerIsFoundAndRepaired() {
        var late = anOrder("late").by("Late").build();
        orders.write(store.id(), late);

        var found = rebuild.rebuild(store, Mode.REPAIR);

        assertThat(found.differingProfiles()).isPositive();
        assertThat(rebuild.rebuild(store, Mode.COMPARE).isEqual()).isTrue();
    }

    @Test
    void aCounterThatWentAstrayIsFoundAndRepaired() {
        var key = counters.all(store.id()).keySet().iterator().next();
        var astray = new SalesCounts(1, 0, 0, 0, 0, 0, 0);
        counters.correct(store.id(), Map.of(key, astray), new StoreTotals(0, 1));

        var found = rebuild.rebuild(store, Mode.REPAIR);

        assertThat(found).isEqualTo(new Comparison(20, 150, 0, 1, true));
        assertThat(rebuild.rebuild(store, Mode.COMPARE).isEqual()).isTrue();
    }
}
