package dev.groundswell.bench.segment;

import dev.groundswell.bench.capacity.TableClient;
import dev.groundswell.bench.report.CpuTime;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.bench.system.OtherProcess;
import dev.groundswell.bench.system.TablesProcess;
import dev.groundswell.cloud.audience.AudienceTable;
import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.segment.SegmentTable;
import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.ReadAudience;
import dev.groundswell.core.audience.RememberedRows;
import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.segment.FestivalCalendar;
import dev.groundswell.core.segment.PreviewResult;
import dev.groundswell.core.segment.PreviewSegment;
import dev.groundswell.core.segment.RememberedStatistics;
import dev.groundswell.core.segment.RuleBinder;
import dev.groundswell.core.segment.SegmentPreview;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.local.template.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A preview of the rule on DynamoDB Local over HTTP: by a process that knows nothing yet, in turn with bare queries of the same
 * items; and by one that has read the audience before. DynamoDB Local runs in a process of its own, and its CPU does not count.
 */
final class PreviewPart implements SegmentPart {

    private static final int PARALLEL_READS = 16;
    private static final long CACHE_BYTES = 1L << 30;
    private static final int WARM_PREVIEWS = 20;
    private static final double NANOS_PER_MILLI = 1e6;

    private final int customers;
    private final int rounds;
    private final int deltas;
    private final Samples cold = new Samples();
    private final Samples bare = new Samples();
    private final Samples coldWall = new Samples();
    private final Samples bareWall = new Samples();
    private final Samples warm = new Samples();

    /** @param deltas that wait in each shard */
    PreviewPart(int customers, int rounds, int deltas) {
        this.customers = customers;
        this.rounds = rounds;
        this.deltas = deltas;
    }

    @Override
    public void measure(Table table, Map<String, Object> figures) throws Exception {
        try (var tables = OtherProcess.start(TablesProcess.class);
                var client = TableClient.of(tables.url())) {
            var template = FreshTables.template(tables.url());
            var shards = new AudienceTable(client, FreshTables.name(template, "Audience"));
            fill(new StoredAudience(shards, customers));
            measure(template, client, shards, table, figures);
        }
    }

    private void fill(StoredAudience audience) {
        for (var shard = 0; shard < AudienceIndex.SHARDS; shard++) {
            say("writing shard " + (shard + 1) + " of " + AudienceIndex.SHARDS);
            audience.change(audience.write(shard), deltas, 0);
        }
    }

    private void measure(
            Template template, DynamoDbClient client, AudienceTable shards, Table table, Map<String, Object> figures)
            throws Exception {
        var binder = new RuleBinder(
                new SegmentTable(client, FreshTables.name(template, "Segments")), new FestivalCalendar());
        var histories = new BuyerHistoryTable(client, FreshTables.name(template, "Orders"));
        var name = FreshTables.name(template, "Audience");
        var first = preview(previews(shards, histories, binder));
        bareRead(client, name);
        for (var round = 1; round <= rounds; round++) {
            say("preview, round " + round + " of " + rounds);
            time(cold, coldWall, () -> preview(previews(shards, histories, binder)));
            time(bare, bareWall, () -> bareRead(client, name));
        }
        var warmed = previews(shards, histories, binder);
        preview(warmed);
        var again = preview(warmed);
        for (var round = 1; round <= rounds; round++) {
            warm.add(warmMillis(warmed));
        }
        report(table, figures, first, again);
    }

    private void report(Table table, Map<String, Object> figures, SegmentPreview first, SegmentPreview again) {
        var ratio = cold.median() / bare.median();
        table.row("cold preview, ms of CPU", cold.median());
        table.row("bare query of the same items, ms of CPU", bare.median());
        table.row("cold preview's CPU, of the bare query's", ratio);
        table.row("cold preview's time, of the bare query's", coldWall.median() / bareWall.median());
        table.row("cold preview, read units", first.cost().readUnits());
        table.row("cold preview, requests", first.cost().requests());
        table.row("warm preview, ms of CPU", warm.median());
        table.row("warm preview, read units", again.cost().readUnits());
        table.row("warm preview, requests", again.cost().requests());
        figures.put("coldCpuMs", Samples.rounded(cold.median()));
        figures.put("ratioToBareRead", Samples.rounded(ratio));
        figures.put("warmCpuMs", Samples.rounded(warm.median()));
        figures.put("readUnits", first.cost().readUnits());
        figures.put("warmReadUnits", again.cost().readUnits());
    }

    private static PreviewSegment previews(AudienceTable shards, BuyerHistories histories, RuleBinder binder) {
        var index = new ReadAudience(shards, new RememberedRows(CACHE_BYTES));
        return new PreviewSegment(
                index, histories, binder, new RememberedStatistics(), () -> GeneratedCustomers.NOW, System::nanoTime);
    }

    private static SegmentPreview preview(PreviewSegment previews) {
        return switch (previews.preview(FiveClauses.STORE, rule())) {
            case PreviewResult.Previewed(var preview) -> preview;
            case PreviewResult.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private static SegmentRule rule() {
        return switch (RuleText.read(FiveClauses.RULE)) {
            case RuleReading.Read(var rule) -> rule;
            case RuleReading.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** All items but those of identities, which a preview reads for its sample only. */
    private static long bareRead(DynamoDbClient client, String table) {
        var partitions = new LinkedHashMap<Integer, String>();
        for (var shard = 0; shard < AudienceIndex.SHARDS; shard++) {
            partitions.put(shard, "%s|%02d".formatted(FiveClauses.STORE.id(), shard));
        }
        return FanOut.over(partitions, PARALLEL_READS, partition -> items(client, table, partition)).values().stream()
                .mapToLong(FanOut.Outcome::orThrow)
                .sum();
    }

    private static long items(DynamoDbClient client, String table, String partition) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND sk < :identities")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS(partition),
                                ":identities", AttributeValue.fromS("members#"))))
                .items()
                .stream()
                .count();
    }

    private static void time(Samples cpu, Samples wall, Callable<?> work) throws Exception {
        var wallStart = System.nanoTime();
        var cpuStart = CpuTime.ofProcessNanos();
        work.call();
        cpu.add((CpuTime.ofProcessNanos() - cpuStart) / NANOS_PER_MILLI);
        wall.add((System.nanoTime() - wallStart) / NANOS_PER_MILLI);
    }

    private static double warmMillis(PreviewSegment warmed) {
        var start = CpuTime.ofProcessNanos();
        for (var i = 0; i < WARM_PREVIEWS; i++) {
            preview(warmed);
        }
        return (CpuTime.ofProcessNanos() - start) / NANOS_PER_MILLI / WARM_PREVIEWS;
    }

    private static void say(String what) {
        System.err.println("segment: " + what);
    }
}
