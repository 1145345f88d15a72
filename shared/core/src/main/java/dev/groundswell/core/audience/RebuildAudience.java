package dev.groundswell.core.audience;

import dev.groundswell.core.customer.ProfileVersions;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Compares a store's index with the profiles, row by row. What comes in meanwhile may show up as differences; a second run tells. */
public final class RebuildAudience {

    private final ProfileVersions profiles;
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

    /** What to do about differences. */
    public enum Mode {
        COMPARE,
        REPAIR
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

    public Comparison rebuild(StoreId store, Mode mode) {
        var comparing = new Comparing(store, mode);
        profiles.each(store, comparing::compare);
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
        private final Mode mode;
        /** Rows whose profile has not been met yet. */
        private final Map<BuyerId, Stored> surplus = new HashMap<>();

        private final long rows;
        private long met;
        private long missing;
        private long differing;

        Comparing(StoreId store, Mode mode) {
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
            if (mode == Mode.REPAIR) {
                shards.put(store, new Delta.Gone(buyer));
            }
        }

        private void repair(AudienceRow expected, Optional<Stored> stored) {
            if (mode == Mode.COMPARE) {
                return;
            }
            if (stored.filter(row -> row.version() >= expected.version()).isPresent()) {
                forget(expected.buyer());
            }
            shards.put(store, new Delta.Changed(expected));
        }

        /** A row that is no older than the profile would win: so the customer goes first. */
        private void forget(BuyerId buyer) {
            var gone = new Delta.Gone(buyer);
            shards.put(store, gone);
            compaction.fold(store, gone.shard());
        }

        Comparison comparison() {
            return new Comparison(met, rows, missing, differing, surplus.size());
        }
    }
}
