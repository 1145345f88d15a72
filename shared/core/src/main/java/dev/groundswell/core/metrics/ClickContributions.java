package dev.groundswell.core.metrics;

import static java.util.stream.Collectors.groupingBy;

import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.link.ClickedLink;
import dev.groundswell.core.metrics.ContributionKey.ClickKey;
import dev.groundswell.core.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one buyer contributes by clicks, and by payments after them. */
final class ClickContributions {

    private ClickContributions() {}

    static SortedMap<ClickKey, ClickCounts> of(BuyerHistory history) {
        var contributions = new TreeMap<ClickKey, ClickCounts>();
        history.clicks().stream()
                .filter(link -> link.attribution().isPresent())
                .collect(groupingBy(link -> link.attribution().orElseThrow().to()))
                .forEach((to, links) -> {
                    var first = links.stream()
                            .map(ClickedLink::firstAt)
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
                    var month = YearMonth.from(first.atOffset(ZoneOffset.UTC));
                    contributions.put(new ClickKey(month, to), counts(links, first, history.orders()));
                });
        return contributions;
    }

    private static ClickCounts counts(List<ClickedLink> links, Instant first, List<Order> orders) {
        var within = links.getFirst().attribution().orElseThrow().within();
        var paid = orders.stream().filter(order -> isPaid(order, first, within)).toList();
        return ClickCounts.ofPerson(
                links.stream().mapToLong(ClickedLink::clicks).sum(),
                paid.size(),
                paid.stream().mapToLong(order -> order.sales().minorUnits()).sum(),
                paid.stream().mapToLong(order -> order.refunds().minorUnits()).sum());
    }

    private static boolean isPaid(Order order, Instant from, Duration within) {
        return order.paidAt()
                .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(within)))
                .isPresent();
    }
}
