package dev.groundswell.bench.segment;

import dev.groundswell.bench.capacity.CapacityMeter;
import dev.groundswell.bench.capacity.TableClient;
import dev.groundswell.bench.capacity.Usage;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.audience.AudienceTable;
import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.CompactAudience;
import dev.groundswell.core.audience.CompactionLimits;
import dev.groundswell.core.audience.RememberedRows;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What keeping a shard takes: the delta that each change of a customer is, and folds of so many deltas, with the merging of
 * blocks and the deleting of old ones that they bring about. A fold comes an hour after the other, so that blocks expire.
 */
final class UpkeepPart implements SegmentPart {

    /** One change in so many asks for a fold. */
    private static final int CHANGES_A_FOLD = 512;

    private final int customers;
    private final int folds;

    UpkeepPart(int customers, int folds) {
        this.customers = customers;
        this.folds = folds;
    }

    @Override
    public void measure(Table table, Map<String, Object> figures) {
        var meter = new CapacityMeter();
        try (var tables = FreshTables.open();
                var client = TableClient.of(tables.listen(), meter)) {
            var shards = new AudienceTable(client, tables.name("Audience"));
            var audience = new StoredAudience(shards, customers);
            var rows = audience.write(0);
            var now = new AtomicReference<>(GeneratedCustomers.NOW);
            var compaction = new CompactAudience(
                    shards, new RememberedRows(0), CompactionLimits.DEFAULT, now::get, new Random(1));
            var deltas = Usage.NONE;
            var folding = Usage.NONE;
            for (var fold = 0; fold < folds; fold++) {
                var before = meter.read();
                audience.change(rows, CHANGES_A_FOLD, fold);
                var changed = meter.read();
                compaction.fold(FiveClauses.STORE.id(), 0);
                deltas = deltas.plus(changed.minus(before));
                folding = folding.plus(meter.read().minus(changed));
                now.updateAndGet(instant -> instant.plus(Duration.ofHours(1)));
            }
            report(table, figures, rows.size(), deltas, folding);
        }
    }

    private void report(Table table, Map<String, Object> figures, int ofShard, Usage deltas, Usage folding) {
        var changes = folds * CHANGES_A_FOLD;
        var aFold = folding.per(folds);
        var perChange = deltas.plus(folding).per(changes);
        table.row("a shard's customers", ofShard);
        table.row("a change's delta, write units", deltas.per(changes).writeUnits());
        table.row("a fold of " + CHANGES_A_FOLD + " changes, write units", aFold.writeUnits());
        table.row("the same, read units", aFold.readUnits());
        table.row("the same, requests", aFold.requests());
        table.row("all together a change, write units", perChange.writeUnits());
        table.row("all together a change, read units", perChange.readUnits());
        figures.put("writeUnitsPerChange", Samples.rounded(perChange.writeUnits()));
        figures.put("readUnitsPerChange", Samples.rounded(perChange.readUnits()));
        figures.put("requestsPerChange", Samples.rounded(perChange.requests()));
        figures.put("writeUnitsPerFold", Samples.rounded(aFold.writeUnits()));
        figures.put("readUnitsPerFold", Samples.rounded(aFold.readUnits()));
        figures.put("shardsOfAStore", AudienceIndex.SHARDS);
    }
}
