package dev.groundswell.core.order;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.IngestOrderChanges.InvalidChange;
import dev.groundswell.core.order.IngestOrderChanges.Result;
import dev.groundswell.core.order.IngestOrderChanges.ValidChange;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IngestOrderChangesTest {

    private static final StoreId DEMO = new StoreId("demo");

    private final OrdersInMemory orders = new OrdersInMemory();
    private final RejectedChangesInMemory rejected = new RejectedChangesInMemory();

    private Result ingest(Order... changes) {
        return new IngestOrderChanges(orders, rejected).ingest(valid(Arrays.asList(changes)), List.of());
    }

    private static List<ValidChange> valid(Collection<Order> changes) {
        return changes.stream()
                .map(order -> new ValidChange(
                        DEMO, order, rejection -> rejected(order.id().value(), rejection)))
                .toList();
    }

    private static RejectedChange rejected(String id, Rejection rejection) {
        return new RejectedChange(id, Instant.EPOCH, rejection, "{}");
    }

    @Nested
    class OfSeveralChangesOfAnOrder {

        @Test
        void theGreatestIsWrittenAndNoOther() {
            var writes = new AtomicInteger();
            var counting = new CountingOrders(orders, writes);
            var paid = anOrder("T1").paidAt("2020-02-01T04:00:08Z").build();

            new IngestOrderChanges(counting, rejected)
                    .ingest(
                            valid(List.of(
                                    anOrder("T1").build(), paid, anOrder("T1").build())),
                            List.of());

            assertThat(writes).hasValue(1);
            assertThat(orders.all(DEMO)).containsExactly(paid);
        }

        @Property(tries = 100)
        void anyOrderRepetitionAndSplittingEndsAlike(@ForAll long seed) {
            var random = new Random(seed);
            var changes = Histories.changes(random, 30, 5);
            var ingested = new OrdersInMemory();

            Histories.split(Histories.shuffledAndRepeated(changes, random), random, 25)
                    .forEach(batch -> new IngestOrderChanges(ingested, new RejectedChangesInMemory())
                            .ingest(valid(batch), List.of()));

            assertThat(ingested.all(DEMO))
                    .containsExactlyInAnyOrderElementsOf(Histories.latest(changes).values().stream()
                            .flatMap(List::stream)
                            .toList());
        }
    }

    @Nested
    class WhatCannotBeTakenIn {

        @Test
        void isKeptWithItsReason() {
            var reason = new Rejection(RejectionCode.MISSING, "orderId", "The field orderId is missing.");

            var result = new IngestOrderChanges(orders, rejected)
                    .ingest(List.of(), List.of(new InvalidChange(DEMO, rejected("1", reason))));

            assertThat(result.rejected()).isEqualTo(1);
            assertThat(rejected.newest(DEMO, 10, Optional.empty())).containsExactly(rejected("1", reason));
        }

        @Test
        void includesAnotherBuyersChangesOfAnOrder() {
            ingest(anOrder("T1").by("B1").build());

            var result = ingest(
                    anOrder("T1").by("B2").build(),
                    anOrder("T1").by("B2").paidAt("2020-02-03T00:00:00Z").build());

            assertThat(result.rejected()).isEqualTo(2);
            assertThat(rejected.newest(DEMO, 10, Optional.empty()))
                    .extracting(change -> change.rejection().code())
                    .containsOnly(RejectionCode.OTHER_BUYER);
        }
    }

    @Test
    void aFaultInOneOrderLeavesTheOthersWritten() {
        var broken = new FailingOrders(orders, new OrderId("T2"));
        var changes = valid(List.of(
                anOrder("T1").build(), anOrder("T2").build(), anOrder("T3").build()));

        var result = new IngestOrderChanges(broken, rejected).ingest(changes, List.of());

        assertThat(changes)
                .filteredOn(result::failed)
                .extracting(change -> change.order().id().value())
                .containsExactly("T2");
        assertThat(result.written()).isEqualTo(2);
    }

    private record CountingOrders(Orders orders, AtomicInteger writes) implements Orders {

        @Override
        public Written write(StoreId store, Order order, Expected expected) {
            writes.incrementAndGet();
            return orders.write(store, order, expected);
        }

        @Override
        public Map<OrderId, Order> find(StoreId store, Collection<OrderId> ids) {
            return orders.find(store, ids);
        }

        @Override
        public List<Order> ofBuyer(StoreId store, BuyerId buyer) {
            return orders.ofBuyer(store, buyer);
        }
    }

    private record FailingOrders(Orders orders, OrderId failing) implements Orders {

        @Override
        public Written write(StoreId store, Order order, Expected expected) {
            if (order.id().equals(failing)) {
                throw new IllegalStateException("throttled");
            }
            return orders.write(store, order, expected);
        }

        @Override
        public Map<OrderId, Order> find(StoreId store, Collection<OrderId> ids) {
            return orders.find(store, ids);
        }

        @Override
        public List<Order> ofBuyer(StoreId store, BuyerId buyer) {
            return orders.ofBuyer(store, buyer);
        }
    }
}
