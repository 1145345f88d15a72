package dev.groundswell.local.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.AudienceRows;
import dev.groundswell.core.audience.LiveRows;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderChangeReader;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderVersion;
import dev.groundswell.core.segment.FestivalCalendar;
import dev.groundswell.core.segment.ReadyMade;
import dev.groundswell.core.segment.StoreThresholds;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.plan.Binding;
import dev.groundswell.core.segment.plan.PlanReading;
import dev.groundswell.core.segment.plan.SegmentPlan;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** The ready-made segments of a real marketplace, against what its own files say by the definitions. */
class OlistSegmentsTest {

    private static final Path DATA =
            Path.of(System.getProperty("groundswell.root", ""), "..", "shared", "data", "olist-sample");
    private static final ZoneId ZONE = ZoneId.of("-03:00");
    private static final Currency REAL = Currency.getInstance("BRL");
    private static final Store STORE = new Store(new StoreId("demo"), "Olist", REAL, ZONE);
    private static final LocalDate TODAY = LocalDate.of(2018, 9, 1);
    private static final int SHARDS = 4;

    @Test
    void everyReadyMadeSegmentHasAsManyCustomersAsTheFilesSay() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "Skipped: the real orders in " + DATA + " are not part of the product.");
        var shop = Shop.read();
        var statistics = AudienceStatistics.of(shop.shards, STORE);
        var promotion = new FestivalCalendar().latestEnded(STORE.id(), TODAY);

        var counts = new TreeMap<String, Long>();
        ReadyMade.all(StoreThresholds.of(statistics, REAL), promotion)
                .forEach(ruled -> counts.put(ruled.segment().name(), shop.count(ruled.rule(), statistics)));

        assertThat(counts).isEqualTo(new OlistCustomers(DATA, TODAY).readyMade());
    }

    /**
     * All that is known of the shop's customers.
     *
     * @param shards their rows, in several blocks
     */
    private record Shop(Map<Long, BuyerHistory> histories, Map<Long, AudienceRow> rows, List<ShardRows> shards) {

        static Shop read() throws IOException {
            var histories = new HashMap<Long, BuyerHistory>();
            var rows = new HashMap<Long, AudienceRow>();
            latestOrders().values().stream()
                    .collect(Collectors.groupingBy(Order::buyer))
                    .forEach((buyer, orders) -> {
                        var history = new BuyerHistory(orders, List.of());
                        histories.put(RowHash.of(buyer), history);
                        rows.put(RowHash.of(buyer), row(buyer, history));
                    });
            var shards = rows.values().stream()
                    .collect(Collectors.groupingBy(row -> RowHash.shardOf(RowHash.of(row.buyer()), SHARDS)))
                    .entrySet()
                    .stream()
                    .map(shard -> new ShardRows(shard.getKey(), "1", List.of(LiveRows.changed(shard.getValue()))))
                    .toList();
            return new Shop(histories, rows, shards);
        }

        private static Map<OrderId, Order> latestOrders() throws IOException {
            var reader = new OrderChangeReader(REAL);
            var latest = new HashMap<OrderId, Order>();
            for (var line : Files.readAllLines(DATA.resolve("order-changes.jsonl"))) {
                var change = ((OrderChangeReader.Outcome.Valid) reader.read(JSON.std.mapFrom(line))).order();
                latest.merge(change.id(), change, Shop::later);
            }
            return latest;
        }

        private static Order later(Order one, Order other) {
            return OrderVersion.of(one).compareTo(OrderVersion.of(other)) >= 0 ? one : other;
        }

        private static AudienceRow row(BuyerId buyer, BuyerHistory history) {
            return AudienceRows.of(CustomerProfile.of(buyer, history, STORE), 1);
        }

        /** What columns decide, and of the candidates those whose history does. */
        long count(SegmentRule rule, AudienceStatistics statistics) {
            var binding = new Binding(
                    STORE,
                    TODAY.atStartOfDay(ZONE).toInstant(),
                    _ -> Optional.empty(),
                    new FestivalCalendar(),
                    () -> statistics);
            var plan = ((PlanReading.Bound) SegmentPlan.of(rule, binding)).plan();
            return shards.stream()
                    .flatMap(shard -> shard.parts().stream())
                    .mapToLong(part -> count(plan, part))
                    .sum();
        }

        private long count(SegmentPlan plan, LiveRows part) {
            var selection = plan.select(part);
            var matching = selection.sure().copy();
            selection.candidates().forEach(row -> {
                var hash = part.block().hash(row);
                if (plan.matches(known(rows.get(hash)), known(histories.get(hash)))) {
                    matching.add(row);
                }
            });
            return matching.count();
        }

        private static <T> T known(@Nullable T value) {
            return Objects.requireNonNull(value);
        }
    }
}
