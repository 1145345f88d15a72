package dev.groundswell.core.segment.plan;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.AudienceRows;
import dev.groundswell.core.audience.LiveRows;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.segment.FestivalCalendar;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Published scores and groups of 995 customers, computed from 4,906 transactions by the R package rfm (MIT licence). */
class RfmOracleTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Store STORE = new Store(new StoreId("demo"), "Demo", AnOrder.CNY, ZONE);
    private static final LocalDate ANALYSED_ON = LocalDate.of(2006, 12, 31);

    private static List<Expected> expected = List.of();
    private static List<LiveRows> parts = List.of();
    private static List<AudienceRow> rows = List.of();

    private record Expected(BuyerId buyer, String segment, int recency, int frequency, int monetary) {

        static Expected of(String line) {
            var cells = line.split(",", -1);
            return new Expected(
                    new BuyerId(cells[0]),
                    cells[3].replace("Can't", "Cannot").toUpperCase(Locale.ROOT).replace(' ', '_'),
                    Integer.parseInt(cells[8]),
                    Integer.parseInt(cells[9]),
                    Integer.parseInt(cells[10]));
        }
    }

    @BeforeAll
    static void read() throws IOException {
        var folder = Path.of(System.getProperty("groundswell.root", "."), "..", "shared", "data", "rfm-oracle");
        assumeTrue(Files.isDirectory(folder), "The RFM oracle is not on this machine: " + folder);
        expected = lines(folder.resolve("expected_segments_rfm-transaction-level-data.csv")).stream()
                .map(Expected::of)
                .toList();
        var transactions = lines(folder.resolve("rfm_data_orders.csv"));
        rows = IntStream.range(0, transactions.size())
                .mapToObj(i -> order(i, transactions.get(i)))
                .collect(Collectors.groupingBy(Order::buyer))
                .entrySet()
                .stream()
                .map(buyer -> row(buyer.getKey(), buyer.getValue()))
                .toList();
        // In several blocks, for quintiles are those of all of them together.
        parts =
                rows.stream()
                        .collect(Collectors.groupingBy(row -> RowHash.shardOf(RowHash.of(row.buyer()), 3)))
                        .values()
                        .stream()
                        .map(LiveRows::changed)
                        .toList();
    }

    @Test
    void everyScoreAndGroupIsThePublishedOne() {
        assertThat(expected).hasSize(995);
        var bounds = statistics().rfm();
        var byBuyer = rows.stream().collect(Collectors.toMap(AudienceRow::buyer, row -> row));

        assertThat(expected).allSatisfy(each -> {
            var row = Objects.requireNonNull(byBuyer.get(each.buyer));
            var scores = RfmScores.of(row, bounds).orElseThrow();
            assertThat(scores).isEqualTo(new RfmScores(each.recency, each.frequency, each.monetary));
            assertThat(scores.segment()).hasToString(each.segment);
        });
    }

    @Test
    void rulesSelectThePublishedGroups() {
        for (var segment : RfmSegment.values()) {
            assertThat(selected("rfm_segment = " + segment))
                    .isEqualTo(buyers(each -> each.segment.equals(segment.name())));
        }
        assertThat(selected("rfm_segment NOT IN (LOST, OTHERS)"))
                .isEqualTo(buyers(each -> !Set.of("LOST", "OTHERS").contains(each.segment)));
    }

    @Test
    void rulesSelectThePublishedScores() {
        for (var score = 1; score <= 5; score++) {
            var wanted = score;
            assertThat(selected("rfm_recency = " + score)).isEqualTo(buyers(each -> each.recency == wanted));
            assertThat(selected("rfm_frequency >= " + score)).isEqualTo(buyers(each -> each.frequency >= wanted));
            assertThat(selected("rfm_monetary != " + score)).isEqualTo(buyers(each -> each.monetary != wanted));
        }
        assertThat(selected("rfm_recency > rfm_monetary")).isEqualTo(buyers(each -> each.recency > each.monetary));
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).toList();
    }

    private static Order order(int number, String line) {
        var cells = line.split(",", -1);
        var day = LocalDate.parse(cells[1]);
        // Spread over the day: only the day may count.
        var at = day.atStartOfDay(ZONE).plusMinutes(number % 1440).toInstant();
        return anOrder("T" + number)
                .by(cells[0])
                .placedAt(at)
                .paidAt(at)
                .costing(Long.parseLong(cells[2]) * 100)
                .build();
    }

    private static AudienceRow row(BuyerId buyer, List<Order> orders) {
        return AudienceRows.of(CustomerProfile.of(buyer, new BuyerHistory(orders, List.of()), STORE), 1);
    }

    private static AudienceStatistics statistics() {
        return AudienceStatistics.of(List.of(new ShardRows(0, "1", parts)), STORE);
    }

    private static Set<BuyerId> buyers(Predicate<Expected> wanted) {
        return expected.stream().filter(wanted).map(Expected::buyer).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<BuyerId> selected(String text) {
        var rule = ((RuleReading.Read) RuleText.read(text)).rule();
        var now = ANALYSED_ON.atTime(12, 0).atZone(ZONE).toInstant();
        var plan = ((PlanReading.Bound) SegmentPlan.of(rule, binding(now))).plan();
        var byHash = rows.stream().collect(Collectors.toMap(row -> RowHash.of(row.buyer()), AudienceRow::buyer));
        var selected = new TreeSet<BuyerId>();
        parts.forEach(part -> plan.select(part)
                .sure()
                .forEach(row -> selected.add(byHash.get(part.block().hash(row)))));
        return selected;
    }

    private static Binding binding(Instant now) {
        return new Binding(STORE, now, _ -> Optional.empty(), new FestivalCalendar(), RfmOracleTest::statistics);
    }
}
