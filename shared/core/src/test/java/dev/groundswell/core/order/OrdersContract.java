package dev.groundswell.core.order;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.OrderListing.Position;
import dev.groundswell.core.order.Orders.Written;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Orders} and {@link OrderListing} does, whatever keeps them. */
public abstract class OrdersContract {

    private static final StoreId OTHER_STORE = new StoreId("other");

    protected abstract Orders orders();

    protected abstract OrderListing listing();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    @Nested
    class WhenSnapshotsAreWritten {

        @Test
        void theFirstIsTheLatest() {
            var order = anOrder("T1").build();

            assertThat(orders().write(store(), order)).isEqualTo(Written.LATEST);
            assertThat(orders().find(store(), List.of(order.id()))).containsExactly(entry(order));
        }

        @Test
        void aLaterOneReplacesAnEarlierOne() {
            orders().write(store(), anOrder("T2").build());
            var paid = anOrder("T2").paidAt("2020-02-01T04:00:08Z").build();

            assertThat(orders().write(store(), paid)).isEqualTo(Written.LATEST);
            assertThat(orders().find(store(), List.of(paid.id()))).containsExactly(entry(paid));
        }

        @Test
        void anEarlierOneIsSuperseded() {
            var paid = anOrder("T3").paidAt("2020-02-01T04:00:08Z").build();
            orders().write(store(), paid);

            assertThat(orders().write(store(), anOrder("T3").build())).isEqualTo(Written.SUPERSEDED);
            assertThat(orders().find(store(), List.of(paid.id()))).containsExactly(entry(paid));
        }

        @Test
        void theSameAgainIsSuperseded() {
            var paid = anOrder("T4").paidAt("2020-02-01T04:00:08Z").build();
            orders().write(store(), paid);

            assertThat(orders().write(store(), paid)).isEqualTo(Written.SUPERSEDED);
        }

        @Test
        void ofOneInstantTheLaterStatusWins() {
            var closed = anOrder("T5")
                    .with(OrderStatus.CLOSED)
                    .modifiedAt("2020-02-02T04:00:00Z")
                    .build();
            var waiting = anOrder("T5").modifiedAt("2020-02-02T04:00:00Z").build();
            orders().write(store(), closed);

            assertThat(orders().write(store(), waiting)).isEqualTo(Written.SUPERSEDED);
        }

        @ParameterizedTest
        @EnumSource
        void aWrongGuessWhetherItIsThereChangesNothing(Orders.Expected expected) {
            var paid = anOrder("T11").paidAt("2020-02-01T04:00:08Z").build();

            assertThat(orders().write(store(), paid, expected)).isEqualTo(Written.LATEST);
            assertThat(orders().write(store(), paid, expected)).isEqualTo(Written.SUPERSEDED);
            assertThat(orders().find(store(), List.of(paid.id()))).containsExactly(entry(paid));
        }

        @Test
        void anotherBuyersIsRefused() {
            var order = anOrder("T6").by("B1").build();
            orders().write(store(), order);
            var other = anOrder("T6").by("B2").paidAt("2020-02-01T05:00:00Z").build();

            assertThat(orders().write(store(), other)).isEqualTo(Written.OTHER_BUYER);
            assertThat(orders().find(store(), List.of(order.id()))).containsExactly(entry(order));
            assertThat(orders().ofBuyer(store(), other.buyer())).isEmpty();
        }
    }

    @Nested
    class WhenOrdersAreRead {

        @Test
        void anUnknownOneIsMissing() {
            assertThat(orders().find(store(), List.of(new OrderId("nowhere")))).isEmpty();
        }

        @Test
        void aBuyersAreAllOfThemAndNobodyElses() {
            orders().write(store(), anOrder("T7").by("B7").build());
            orders().write(store(), anOrder("T8").by("B7").build());
            orders().write(store(), anOrder("T9").by("B70").build());

            assertThat(orders().ofBuyer(store(), new BuyerId("B7")))
                    .extracting(order -> order.id().value())
                    .containsExactly("T7", "T8");
        }

        @Test
        void anotherStoresAreMissing() {
            orders().write(OTHER_STORE, anOrder("T10").by("B10").build());

            assertThat(orders().find(store(), List.of(new OrderId("T10")))).isEmpty();
            assertThat(orders().ofBuyer(store(), new BuyerId("B10"))).isEmpty();
        }

        @Test
        void manyAreFoundAtOnce() {
            var ids = IntStream.range(0, 230).mapToObj(i -> "M" + i).toList();
            ids.forEach(id -> orders().write(store(), anOrder(id).by("B" + id).build()));

            assertThat(orders().find(store(), ids.stream().map(OrderId::new).toList()))
                    .hasSize(230);
        }
    }

    @Nested
    class WhenOrdersAreListed {

        private void placed(String id, String at) {
            orders().write(store(), anOrder(id).by("B" + id).placedAt(at).build());
        }

        private List<String> listed(OrderFilter filter, int pageSize) {
            var ids = new ArrayList<String>();
            Optional<Position> after = Optional.empty();
            do {
                var page = listing().newest(store(), filter, pageSize, after);
                page.orders().forEach(order -> ids.add(order.id().value()));
                after = page.next();
            } while (after.isPresent());
            return ids;
        }

        @Test
        void theMonthsThatHaveOrdersAreKnown() {
            placed("a", "2019-11-11T00:00:00Z");
            placed("b", "2020-02-29T23:59:59Z");
            placed("c", "2020-02-01T00:00:00Z");

            assertThat(listing().months(store())).containsExactly(YearMonth.of(2019, 11), YearMonth.of(2020, 2));
            assertThat(listing().months(new StoreId("without-orders"))).isEmpty();
        }

        @Test
        void theNewestComeFirstOverMonthsAndPages() {
            placed("a", "2019-11-11T00:00:00Z");
            placed("b", "2020-02-29T23:59:59Z");
            placed("c", "2020-03-01T00:00:00Z");
            placed("d", "2020-03-01T00:00:00Z");
            placed("e", "2020-02-29T23:59:59.5Z");

            assertThat(listed(OrderFilter.ALL, 1)).containsExactly("d", "c", "e", "b", "a");
            assertThat(listed(OrderFilter.ALL, 2)).containsExactly("d", "c", "e", "b", "a");
            assertThat(listed(OrderFilter.ALL, 100)).containsExactly("d", "c", "e", "b", "a");
        }

        @Test
        void aRangeHoldsItsBeginningAndNotItsEnd() {
            placed("f", "2020-02-01T00:00:00Z");
            placed("g", "2020-02-02T00:00:00Z");
            placed("h", "2020-02-03T00:00:00Z");
            var filter = new OrderFilter(
                    Optional.empty(),
                    Set.of(),
                    Optional.of(Instant.parse("2020-02-01T00:00:00Z")),
                    Optional.of(Instant.parse("2020-02-03T00:00:00Z")));

            assertThat(listed(filter, 10)).containsExactly("g", "f");
        }

        @Test
        void aStatusIsKeptApartFromTheOthers() {
            placed("i", "2020-02-01T00:00:00Z");
            orders().write(
                            store(),
                            anOrder("j").by("Bj").paidAt("2020-02-05T00:00:00Z").build());
            var filter =
                    new OrderFilter(Optional.empty(), Set.of(OrderStatus.PAID), Optional.empty(), Optional.empty());

            assertThat(listed(filter, 1)).containsExactly("j");
        }

        @Test
        void aBuyersAreListedByDateToo() {
            orders().write(
                            store(),
                            anOrder("k")
                                    .by("K")
                                    .placedAt("2020-02-01T00:00:00Z")
                                    .build());
            orders().write(
                            store(),
                            anOrder("l")
                                    .by("K")
                                    .placedAt("2018-02-01T00:00:00Z")
                                    .build());
            orders().write(
                            store(),
                            anOrder("m")
                                    .by("K")
                                    .placedAt("2020-02-01T00:00:00Z")
                                    .build());
            placed("n", "2020-02-02T00:00:00Z");
            var filter = new OrderFilter(Optional.of(new BuyerId("K")), Set.of(), Optional.empty(), Optional.empty());

            assertThat(listed(filter, 1)).containsExactly("m", "k", "l");
            assertThat(listed(filter, 2)).containsExactly("m", "k", "l");
        }

        @Test
        void aStoreWithoutOrdersHasAnEmptyListing() {
            assertThat(listed(OrderFilter.ALL, 10)).isEmpty();
        }
    }

    private static Map.Entry<OrderId, Order> entry(Order order) {
        return Map.entry(order.id(), order);
    }
}
