package dev.groundswell.bench.segment;

import dev.groundswell.cloud.audience.AudienceTable;
import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.AudienceShards.StoredBlock;
import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.BlockId;
import dev.groundswell.core.audience.Delta;
import dev.groundswell.core.audience.Manifest;
import dev.groundswell.core.audience.MemberBlock;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.audience.RowSet;
import dev.groundswell.core.order.BuyerId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The generated customers as the index keeps them, and some of them changed since. */
final class StoredAudience {

    private final AudienceTable table;
    private final int customers;

    StoredAudience(AudienceTable table, int customers) {
        this.table = table;
        this.customers = customers;
    }

    /**
     * Writes a shard as a fold would leave it, in full blocks.
     *
     * @return its customers
     */
    List<AudienceRow> write(int shard) {
        var rows = new ArrayList<AudienceRow>();
        for (var number = 0; number < customers; number++) {
            if (RowHash.shardOf(RowHash.of(new BuyerId("buyer-" + number)), AudienceIndex.SHARDS) == shard) {
                rows.addAll(GeneratedCustomers.rows(number, number + 1));
            }
        }
        var parts = new ArrayList<Manifest.Part>();
        for (var from = 0; from < rows.size(); from += Block.MAX_ROWS) {
            var ofBlock = rows.subList(from, Math.min(rows.size(), from + Block.MAX_ROWS));
            var id = BlockId.of(GeneratedCustomers.NOW, from);
            table.write(FiveClauses.STORE.id(), shard, new StoredBlock(id, Block.of(ofBlock), MemberBlock.of(ofBlock)));
            parts.add(new Manifest.Part(id, RowSet.all(ofBlock.size())));
        }
        table.replace(FiveClauses.STORE.id(), shard, new Manifest(1, parts, List.of()));
        return rows;
    }

    /** Has an order change some of the customers, every so many-th of them, once more each time. */
    void change(List<AudienceRow> rows, int number, int round) {
        var changed = new HashSet<Integer>();
        for (var i = 0; i < number; i++) {
            changed.add((int) (((long) i * rows.size() / number + round) % rows.size()));
        }
        changed.forEach(place -> table.put(FiveClauses.STORE.id(), later(rows.get(place), round)));
    }

    private static Delta later(AudienceRow row, int round) {
        return new Delta.Changed(new AudienceRow(
                row.buyer(),
                row.version() + 1 + round,
                row.name(),
                row.phone(),
                row.email(),
                row.numbers(),
                Map.copyOf(row.texts())));
    }
}
