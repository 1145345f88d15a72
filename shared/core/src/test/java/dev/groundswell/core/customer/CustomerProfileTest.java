package dev.groundswell.core.customer;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CustomerProfileTest {

    private static final Store STORE = new Store(new StoreId("demo"), "Demo", AnOrder.CNY, ZoneId.of("Asia/Shanghai"));

    private static CustomerProfile customer(AnOrder... orders) {
        var built = Arrays.stream(orders).map(AnOrder::build).toList();
        return CustomerProfile.of(new BuyerId("B1"), new BuyerHistory(built, List.of()), STORE);
    }

    @Test
    void anOrderIsOpenUntilItIsPaidOrClosed() {
        var customer = customer(
                anOrder("waiting"),
                anOrder("deposit").with(OrderStatus.DEPOSIT_PAID),
                anOrder("closed").with(OrderStatus.CLOSED),
                anOrder("paid").paidAt("2026-06-01T00:00:00Z"));

        assertThat(customer.openOrders()).isEqualTo(2);
        assertThat(customer.unpaidClosedOrders()).isEqualTo(1);
    }

    @Test
    void anOrderIsRefundedIfSomethingOfItWasGivenBack() {
        var customer = customer(
                anOrder("1").paidAt("2026-06-01T00:00:00Z").refunding(1),
                anOrder("2").paidAt("2026-06-01T00:00:00Z").refunding(0),
                anOrder("3").paidAt("2026-06-01T00:00:00Z"));

        assertThat(customer.refundedOrders()).isEqualTo(1);
    }

    @Test
    void anOrderCountsForEachOfItsOrigins() {
        var customer = customer(
                anOrder("1").from(Origin.MOBILE).from(Origin.GROUP_DEAL),
                anOrder("2").from(Origin.MOBILE));

        assertThat(customer.ordersByOrigin()).containsExactly(entry(Origin.MOBILE, 2), entry(Origin.GROUP_DEAL, 1));
        assertThat(customer.orders(Origin.WEB)).isZero();
    }

    @Nested
    class DaysBetweenOrders {

        @Test
        void areTheAverageOfThePaidOnesInWholeDays() {
            var customer = customer(
                    anOrder("1").paidAt("2026-06-01T00:00:00Z"),
                    anOrder("2").paidAt("2026-06-02T00:00:00Z"),
                    anOrder("3").paidAt("2026-06-10T23:59:59Z"),
                    anOrder("unpaid").placedAt("2027-01-01T00:00:00Z"));

            assertThat(customer.daysBetweenOrders()).hasValue(4);
        }

        @Test
        void needTwo() {
            assertThat(customer(anOrder("1").paidAt("2026-06-01T00:00:00Z")).daysBetweenOrders())
                    .isEmpty();
        }
    }

    @Nested
    class Reviews {

        @Test
        void withoutAScoreDoNotCount() {
            assertThat(customer(anOrder("1").reviewed(null, "2026-06-01T00:00:00Z"))
                            .reviews())
                    .isEqualTo(ReviewScores.NONE);
        }

        @Test
        void areAveragedInHundredthsRoundedHalfUp() {
            var customer = customer(
                    anOrder("1").reviewed(5, null),
                    anOrder("2").reviewed(5, null),
                    anOrder("3").reviewed(4, null),
                    anOrder("4").reviewed(4, null),
                    anOrder("5").reviewed(4, null),
                    anOrder("6").reviewed(4, null),
                    anOrder("7").reviewed(4, null),
                    anOrder("8").reviewed(3, null));

            assertThat(customer.reviews().average()).isEqualTo(413);
            assertThat(customer.reviews().count()).isEqualTo(8);
        }

        @Test
        void theLastIsThatGivenLastWhateverTheOrderOfTheOrders() {
            var customer = customer(
                    anOrder("1").placedAt("2026-06-01T00:00:00Z").reviewed(1, "2026-07-01T00:00:00Z"),
                    anOrder("2").placedAt("2026-06-02T00:00:00Z").reviewed(5, "2026-06-20T00:00:00Z"));

            assertThat(customer.reviews().lastScore()).isEqualTo(1);
        }

        @Test
        void withoutATimeCountFromTheirOrders() {
            var customer = customer(
                    anOrder("1").placedAt("2026-06-01T00:00:00Z").reviewed(1, null),
                    anOrder("2").placedAt("2026-06-02T00:00:00Z").reviewed(5, null),
                    anOrder("3").placedAt("2026-06-02T00:00:00Z").reviewed(4, null));

            assertThat(customer.reviews().lastScore()).isEqualTo(4);
        }
    }
}
