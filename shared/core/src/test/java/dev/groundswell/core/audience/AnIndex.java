package dev.groundswell.core.audience;

import static dev.groundswell.core.audience.ARow.SHARD;

import dev.groundswell.core.audience.AudienceShards.PutResult;
import dev.groundswell.core.audience.WatchedShards.Watcher;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A shard of an index of small blocks, with what ought to be in it: each customer's greatest version. */
public final class AnIndex {

    public static final StoreId STORE = new StoreId("demo");

    /** So that a few dozen customers make many blocks and merges. */
    public static final CompactionLimits SMALL = new CompactionLimits(5, 4, 3, 1);

    private static final long VERSIONS_A_LIFE = 100;
    private static final int MAX_LIVES = 1_000;

    private final AudienceShards shards;
    private final StoreId store;
    private final Map<Integer, Integer> lives = new HashMap<>();
    private final Random random = new Random(1);
    private final Map<BuyerId, AudienceRow> expected = new ConcurrentSkipListMap<>();
    private final ReadAudience warm;
    private Instant now = Instant.parse("2026-06-18T00:00:00Z");

    public AnIndex(AudienceShards shards) {
        this(shards, STORE);
    }

    public AnIndex(AudienceShards shards, StoreId store) {
        this.shards = shards;
        this.store = store;
        this.warm = new ReadAudience(shards, remembering());
    }

    private static RememberedRows remembering() {
        return new RememberedRows(1_000_000);
    }

    public AudienceShards shards() {
        return shards;
    }

    public StoreId store() {
        return store;
    }

    public Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** A version of the customer's present life, whether it is the greatest or not. */
    public void put(int customer, long versionOfThisLife) {
        var version = versionOfThisLife + firstVersion(customer);
        var row = ARow.of(customer, version);
        if (shards.put(store, new Delta.Changed(row)) == PutResult.GONE) {
            fold();
            shards.put(store, new Delta.Changed(row));
        }
        var before = expected.get(row.buyer());
        if (before == null || before.version() < version) {
            expected.put(row.buyer(), row);
        }
    }

    /** The customer goes; whoever comes back later is a new one, whose versions are lower ones. */
    public void remove(int customer) {
        shards.put(store, new Delta.Gone(ARow.buyer(customer)));
        expected.remove(ARow.buyer(customer));
        lives.merge(customer, 1, Integer::sum);
    }

    private long firstVersion(int customer) {
        return VERSIONS_A_LIFE * (MAX_LIVES - lives.getOrDefault(customer, 0));
    }

    public CompactAudience compactor() {
        return compactor(shards);
    }

    /** One that is watched. */
    public CompactAudience compactor(Watcher watcher) {
        return compactor(new WatchedShards(shards, watcher));
    }

    /** One that gets at the shards in its own way. */
    public CompactAudience compactor(AudienceShards itsShards) {
        return new CompactAudience(itsShards, remembering(), SMALL, this::now, random);
    }

    public Manifest fold() {
        return compactor().fold(store, SHARD);
    }

    public Map<BuyerId, AudienceRow> expected() {
        return new TreeMap<>(expected);
    }

    /** As somebody reads who knows nothing yet. */
    public Map<BuyerId, AudienceRow> read() {
        return rows(new ReadAudience(shards, remembering()), Optional.empty());
    }

    /** As somebody reads who is watched. */
    public Map<BuyerId, AudienceRow> read(Watcher watcher) {
        return rows(new ReadAudience(new WatchedShards(shards, watcher), remembering()), Optional.empty());
    }

    /** As somebody reads who has read before. */
    public Map<BuyerId, AudienceRow> readAgain() {
        return rows(warm, Optional.empty());
    }

    public Map<BuyerId, AudienceRow> read(Manifest manifest) {
        return rows(new ReadAudience(shards, remembering()), Optional.of(manifest));
    }

    private Map<BuyerId, AudienceRow> rows(AudienceIndex index, Optional<Manifest> manifest) {
        var read = manifest.map(fixed -> index.read(store, SHARD, fixed))
                .orElseGet(() -> index.read(store, SHARD))
                .rows();
        return rows(index, store, read);
    }

    /** All rows of a reading, each customer's once. */
    public static Map<BuyerId, AudienceRow> rows(AudienceIndex index, StoreId store, ShardRows read) {
        var rows = new TreeMap<BuyerId, AudienceRow>();
        for (var part = 0; part < read.parts().size(); part++) {
            var block = read.parts().get(part).block();
            var members = index.members(store, read, part).members();
            read.parts().get(part).live().forEach(row -> {
                var found = block.row(row, members.member(row));
                if (rows.put(found.buyer(), found) != null) {
                    throw new AssertionError(found.buyer() + " is there twice.");
                }
            });
        }
        return rows;
    }

    public int deltas() {
        return shards.deltas(store, SHARD, Optional.empty(), 1_000)
                .value()
                .deltas()
                .size();
    }
}
