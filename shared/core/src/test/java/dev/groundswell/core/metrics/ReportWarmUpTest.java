package dev.groundswell.core.metrics;

import static dev.groundswell.core.behaviour.Behaviours.anEvent;
import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.behaviour.BehaviourKind;
import dev.groundswell.core.customer.HistoriesInMemory;
import dev.groundswell.core.metrics.ReportWarmUp.Outcome;
import dev.groundswell.core.metrics.WarmUpReport.People;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportWarmUpTest {

    private static final LocalDate JUNE_9 = LocalDate.of(2026, 6, 9);
    private static final LocalDate JUNE_10 = LocalDate.of(2026, 6, 10);

    private final Store store =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    private final OrdersInMemory orders = new OrdersInMemory();
    private final HistoriesInMemory histories = new HistoriesInMemory(orders);
    private final CountersInMemory counters = new CountersInMemory();

    private void happened(BehaviourEvent... events) {
        for (var event : events) {
            histories.add(store.id(), event.buyer(), LocalDate.ofInstant(event.at(), store.zone()), List.of(event));
            new ProjectBuyers(histories, counters).project(store, List.of(event.buyer()));
        }
    }

    private WarmUpReport report(LocalDate from, LocalDate to) {
        return switch (new ReportWarmUp(counters).report(store, from, to)) {
            case Outcome.Reported(var report) -> report;
            case Outcome.EmptyRange _, Outcome.TooManyDays _ -> throw new AssertionError();
        };
    }

    private static Optional<People> exactly(long visitors, long favouriters, long carters) {
        return Optional.of(new People(visitors, favouriters, carters, false));
    }

    @Nested
    class ADay {

        @Test
        void countsPeopleOnceAndEventsEach() {
            happened(
                    anEvent("b1", BehaviourKind.VIEW, "i", null, "2026-06-10T01:00:00Z"),
                    anEvent("b1", BehaviourKind.VIEW, "i", null, "2026-06-10T02:00:00Z"),
                    anEvent("b2", BehaviourKind.VIEW, "i", null, "2026-06-10T02:00:00Z"),
                    anEvent("b2", BehaviourKind.CART, "i", null, "2026-06-10T03:00:00Z"),
                    anEvent("b2", BehaviourKind.UNCART, "i", null, "2026-06-10T04:00:00Z"));

            var total = report(JUNE_10, JUNE_10).total();

            assertThat(total.people()).isEqualTo(exactly(2, 0, 1));
            assertThat(total.events().views()).isEqualTo(3);
            assertThat(total.events().removals()).isEqualTo(1);
        }

        @Test
        void isReturningForWhomeverHasPaidOnADayBefore() {
            orders.write(
                    store.id(),
                    anOrder("T").by("b").paidAt("2026-06-10T01:00:00Z").build());
            happened(
                    anEvent("b", BehaviourKind.VIEW, "i", null, "2026-06-10T02:00:00Z"),
                    anEvent("b", BehaviourKind.VIEW, "i", null, "2026-06-10T16:00:00Z"));

            assertThat(report(JUNE_10, JUNE_10).newCustomers().people()).isEqualTo(exactly(1, 0, 0));
            assertThat(report(JUNE_10.plusDays(1), JUNE_10.plusDays(1))
                            .returningCustomers()
                            .people())
                    .isEqualTo(exactly(1, 0, 0));
        }

        @Test
        void isRetoldWhenAnOlderOrderComesIn() {
            happened(anEvent("b", BehaviourKind.VIEW, "i", null, "2026-06-10T02:00:00Z"));
            orders.write(
                    store.id(),
                    anOrder("T").by("b").paidAt("2026-01-10T01:00:00Z").build());
            happened(anEvent("b", BehaviourKind.CART, "i", null, "2026-06-10T02:00:00Z"));

            assertThat(report(JUNE_10, JUNE_10).newCustomers().people()).isEqualTo(exactly(0, 0, 0));
            assertThat(report(JUNE_10, JUNE_10).returningCustomers().people()).isEqualTo(exactly(1, 0, 1));
        }
    }

    @Nested
    class ARange {

        @Test
        void addsEventsUpAndEstimatesPeopleForAllTogether() {
            happened(
                    anEvent("b1", BehaviourKind.VIEW, "i", null, "2026-06-08T17:00:00Z"),
                    anEvent("b1", BehaviourKind.VIEW, "i", null, "2026-06-10T01:00:00Z"),
                    anEvent("b2", BehaviourKind.VIEW, "i", null, "2026-06-10T01:00:00Z"));

            var report = report(JUNE_9, JUNE_10);

            assertThat(report.total().people()).contains(new People(2, 0, 0, true));
            assertThat(report.total().events().views()).isEqualTo(3);
            assertThat(report.newCustomers().people()).isEmpty();
            assertThat(report.series()).extracting(WarmUpReport.Point::day).containsExactly(JUNE_9, JUNE_10);
            assertThat(report.series().getFirst().total().people()).isEqualTo(exactly(1, 0, 0));
        }

        @Test
        void hasItsLimits() {
            var reports = new ReportWarmUp(counters);

            assertThat(reports.report(store, JUNE_10, JUNE_9)).isInstanceOf(Outcome.EmptyRange.class);
            assertThat(reports.report(store, JUNE_9, JUNE_9.plusDays(ReportWarmUp.MAX_DAYS)))
                    .isInstanceOf(Outcome.TooManyDays.class);
            assertThat(report(JUNE_9, JUNE_9.plusDays(ReportWarmUp.MAX_DAYS - 1))
                            .series())
                    .hasSize(ReportWarmUp.MAX_DAYS);
        }
    }
}
