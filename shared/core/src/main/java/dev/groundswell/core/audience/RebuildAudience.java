package dev.groundswell.core.audience;

import dev.groundswell.core.customer.ProfileVersions;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.RebuildMode;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Compares a store's index with the profiles, row by row. What comes in meanwhile may show up as differences; a second run tells. */
public final class RebuildAudience {

    private final ProfileVersions profiles;
    /** So many fit into memory, and a shard is folded once for many of them. */
    private static final int REPLACED_AT_ONCE = 10_000;

    private final AudienceIndex index;
    private final AudienceShards shards;
    private final CompactAudience compaction;

    public RebuildAudience(
            ProfileVersions profiles, AudienceIndex index, AudienceShards shards, CompactAudience compaction) {
        this.profiles = profiles;
        this.index = index;
        this.shards = shards;
        this.compaction = compaction;
    }

    /**
     * What was found.
     *
     * @param profiles      that there are
     * @param rows          that there were in the index
     * @param missingRows   profiles without a row
     * @param differingRows rows that are not what their profile says
     * @param surplusRows   rows without a profile
     */
    public record Comparison(long profiles, long rows, long missingRows, long differingRows, long surplusRows) {

        public boolean isEqual() {
            return missingRows == 0 && differingRows == 0 && surplusRows == 0;
        }
    }

    public Comparison rebuild(StoreId store, RebuildMode mode) {
        var comparing = new Comparing(store, mode);
        profiles.each(store, comparing::compare);
        comparing.replaceLater();
        comparing.surplus.keySet().forEach(comparing::remove);
        return comparing.comparison();
    }

    /**
     * What is kept of a row to compare it with, so that a million of them fit.
     *
     * @param digest the same for two different rows once in four billion times
     */
    private record Stored(long version, int digest) {

        static Stored of(AudienceRow row) {
            return new Stored(row.version(), Arrays.hashCode(RowBytes.write(row)));
        }
    }

    private final class Comparing {

        private final StoreId store;
        private final RebuildMode mode;
        /** Rows whose profile has not been met yet. */
        private final Map<BuyerId, Stored> surplus = new HashMap<>();

        /** What rows are to be that are no older than their profile, and would win over it. */
        private final List<AudienceRow> later = new ArrayList<>();

        private final long rows;
        private long met;
        private long missing;
        private long differing;

        Comparing(StoreId store, RebuildMode mode) {
            this.store = store;
            this.mode = mode;
            for (var shard = 0; shard < AudienceIndex.SHARDS; shard++) {
                addRows(index.read(store, shard).rows());
            }
            this.rows = surplus.size();
        }

        private void addRows(ShardRows shard) {
            for (var part = 0; part < shard.parts().size(); part++) {
                var members = index.members(store, shard, part).members();
                var block = shard.parts().get(part).block();
                shard.parts().get(part).live().forEach(row -> {
                    var member = members.member(row);
                    surplus.put(member.buyer(), Stored.of(block.row(row, member)));
                });
            }
        }

        void compare(BuyerId buyer, ProfileVersions.Versioned profile) {
            met++;
            var stored = Optional.ofNullable(surplus.remove(buyer));
            var expected = AudienceRows.of(profile.profile(), profile.version());
            if (stored.isEmpty()) {
                missing++;
                repair(expected, stored);
            } else if (!stored.get().equals(Stored.of(expected))) {
                differing++;
                repair(expected, stored);
            }
        }

        void remove(BuyerId buyer) {
            if (mode == RebuildMode.REPAIR) {
                shards.put(store, new Delta.Gone(buyer));
            }
        }

        private void repair(AudienceRow expected, Optional<Stored> stored) {
            if (mode == RebuildMode.COMPARE) {
                return;
            }
            if (stored.filter(row -> row.version() >= expected.version()).isEmpty()) {
                shards.put(store, new Delta.Changed(expected));
                return;
            }
            later.add(expected);
            if (later.size() == REPLACED_AT_ONCE) {
                replaceLater();
            }
        }

        /** These customers go first; then they come anew. After a crash in between they are missing, and the next repair brings them. */
        void replaceLater() {
            var folded = new TreeSet<Integer>();
            for (var row : later) {
                var gone = new Delta.Gone(row.buyer());
                shards.put(store, gone);
                folded.add(gone.shard());
            }
            folded.forEach(shard -> compaction.fold(store, shard));
            later.forEach(row -> shards.put(store, new Delta.Changed(row)));
            later.clear();
        }

        Comparison comparison() {
            return new Comparison(met, rows, missing, differing, surplus.size());
        }
    }
}
