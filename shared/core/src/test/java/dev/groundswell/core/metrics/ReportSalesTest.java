package dev.groundswell.core.metrics;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static dev.groundswell.core.order.AnOrder.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groundswell.core.customer.HistoriesInMemory;
import dev.groundswell.core.metrics.ReportSales.Outcome;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportSalesTest {

    private static final Instant NOW = Instant.parse("2020-03-01T00:00:00Z");

    private final Store store =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    private final OrdersInMemory orders = new OrdersInMemory();
    private final CountersInMemory counters = new CountersInMemory();

    private void given(AnOrder... snapshots) {
        for (var snapshot : snapshots) {
            var order = snapshot.build();
            orders.write(store.id(), order);
            new ProjectBuyers(new HistoriesInMemory(orders), counters).project(store, List.of(order.buyer()));
        }
    }

    private SalesReport report(String from, String to, Granularity granularity) {
        var outcome =
                new ReportSales(counters, () -> NOW).report(store, Instant.parse(from), Instant.parse(to), granularity);
        assertThat(outcome).isInstanceOf(Outcome.Reported.class);
        return ((Outcome.Reported) outcome).report();
    }

    @Nested
    class OfABuyersFirstDay {

        @Test
        void allOrdersAreANewCustomersAndLaterDaysAReturningOnes() {
            given(
                    anOrder("T1")
                            .placedAt("2020-02-01T02:00:00Z")
                            .paidAt("2020-02-01T02:00:08Z")
                            .costing(1_000),
                    anOrder("T2")
                            .placedAt("2020-02-01T12:00:00Z")
                            .paidAt("2020-02-01T12:00:08Z")
                            .costing(500),
                    anOrder("T3")
                            .placedAt("2020-02-01T17:00:00Z")
                            .paidAt("2020-02-01T17:00:08Z")
                            .costing(300));

            var report = report("2020-01-31T16:00:00Z", "2020-02-02T16:00:00Z", Granularity.DAY);

            assertThat(report.newCustomers().sales()).isEqualTo(cny(1_500));
            assertThat(report.returningCustomers().sales()).isEqualTo(cny(300));
            assertThat(report.newCustomerShare()).isEqualByComparingTo("0.8333");
            assertThat(report.newCustomers().customers()).isEqualTo(1);
            assertThat(report.total().customers()).isEqualTo(1);
            assertThat(report.series())
                    .hasSize(2)
                    .extracting(point -> point.total().customers())
                    .containsExactly(1L, 1L);
        }

        @Test
        void ordersOfWhoeverNeverPaidCountAsNew() {
            given(anOrder("T1").placedAt("2020-02-01T02:00:00Z"));

            var report = report("2020-01-31T16:00:00Z", "2020-02-01T16:00:00Z", Granularity.HOUR);

            assertThat(report.newCustomers().ordersPlaced()).isEqualTo(1);
            assertThat(report.total().perOrder()).isEmpty();
            assertThat(report.newCustomerShare()).isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    @Nested
    class ARange {

        @Test
        void isWidenedToWholeGranulesAndHasAPointForEach() {
            given(anOrder("T1").placedAt("2020-02-01T02:10:00Z").paidAt("2020-02-01T02:50:00Z"));

            var report = report("2020-02-01T02:30:00Z", "2020-02-01T04:00:01Z", Granularity.HOUR);

            assertThat(report.series())
                    .extracting(point -> point.granule().start().toString())
                    .containsExactly("2020-02-01T02:00:00Z", "2020-02-01T03:00:00Z", "2020-02-01T04:00:00Z");
            assertThat(report.total().ordersPlaced()).isEqualTo(1);
        }

        @Test
        void ofTodaySoFarKnowsItsCustomersExactly() {
            given(
                    anOrder("T1").placedAt("2020-02-01T02:00:00Z").paidAt("2020-02-01T02:00:08Z"),
                    anOrder("T2").placedAt("2020-02-01T05:00:00Z").paidAt("2020-02-01T05:00:08Z"));

            var report = report("2020-01-31T16:00:00Z", "2020-02-01T06:00:00Z", Granularity.HOUR);

            assertThat(report.total().customers()).isEqualTo(1);
            assertThat(report.total().customersEstimated()).isFalse();
        }

        @Test
        void ofSeveralDaysEstimatesItsCustomersAndSaysSo() {
            for (var i = 0; i < 300; i++) {
                given(
                        anOrder("A" + i)
                                .by("B" + i)
                                .placedAt("2020-02-01T02:00:00Z")
                                .paidAt("2020-02-01T02:00:08Z"),
                        anOrder("B" + i)
                                .by("B" + i)
                                .placedAt("2020-02-05T02:00:00Z")
                                .paidAt("2020-02-05T02:00:08Z"));
            }

            var report = report("2020-01-31T16:00:00Z", "2020-02-05T16:00:00Z", Granularity.DAY);

            assertThat(report.total().customersEstimated()).isTrue();
            assertThat(report.total().customers()).isCloseTo(300, within(21L));
            assertThat(report.newCustomers().customersEstimated()).isFalse();
            assertThat(report.newCustomers().customers()).isEqualTo(300);
        }

        @Test
        void ofAMonthKnowsItsCustomersExactly() {
            given(
                    anOrder("T1").placedAt("2020-02-03T02:00:00Z").paidAt("2020-02-03T02:00:08Z"),
                    anOrder("T2").placedAt("2020-02-20T02:00:00Z").paidAt("2020-02-20T02:00:08Z"));

            var report = report("2020-01-31T16:00:00Z", "2020-02-29T16:00:00Z", Granularity.MONTH);

            assertThat(report.total().customers()).isEqualTo(1);
            assertThat(report.newCustomers().customers()).isEqualTo(1);
            assertThat(report.returningCustomers().customers()).isZero();
        }

        @Test
        void thatEndsBeforeItBeginsIsRefused() {
            assertThat(new ReportSales(counters, () -> NOW).report(store, NOW, NOW, Granularity.HOUR))
                    .isEqualTo(new Outcome.EmptyRange());
        }

        @Test
        void ofTooManyPointsIsRefused() {
            assertThat(new ReportSales(counters, () -> NOW).report(store, Instant.EPOCH, NOW, Granularity.HOUR))
                    .isEqualTo(new Outcome.TooManyPoints());
        }
    }

    @Test
    void theShareOfThoseWhoBoughtBeforeLooksBackNinetyDays() {
        given(
                anOrder("T1").by("often").placedAt("2020-02-01T02:00:00Z").paidAt("2020-02-01T02:00:08Z"),
                anOrder("T2").by("often").placedAt("2020-05-01T02:00:00Z").paidAt("2020-05-01T02:00:08Z"),
                anOrder("T3").by("seldom").placedAt("2020-02-01T02:00:00Z").paidAt("2020-02-01T02:00:08Z"),
                anOrder("T4").by("seldom").placedAt("2020-05-02T02:00:00Z").paidAt("2020-05-02T02:00:08Z"));

        assertThat(report("2020-04-30T16:00:00Z", "2020-05-01T16:00:00Z", Granularity.DAY)
                        .boughtInPrior90Days())
                .isEqualByComparingTo("1");
        assertThat(report("2020-05-01T16:00:00Z", "2020-05-02T16:00:00Z", Granularity.DAY)
                        .boughtInPrior90Days())
                .isEqualByComparingTo("0");
    }

    @Test
    void theReportIsAsOfTheLastCountedChange() {
        assertThat(report("2020-02-01T00:00:00Z", "2020-02-02T00:00:00Z", Granularity.DAY)
                        .asOf())
                .isEqualTo(NOW);
        given(anOrder("T1").placedAt("2020-02-01T02:00:00Z").paidAt("2020-02-01T02:00:08Z"));
        assertThat(report("2020-02-01T00:00:00Z", "2020-02-02T00:00:00Z", Granularity.DAY)
                        .asOf())
                .isEqualTo("2020-02-01T02:00:08Z");
    }
}
