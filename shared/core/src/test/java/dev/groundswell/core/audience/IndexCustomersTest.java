package dev.groundswell.core.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.audience.RebuildAudience.Comparison;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.RebuildMode;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IndexCustomersTest {

    private static final StoreId STORE = AnIndex.STORE;

    private final ProfilesInMemory profiles = new ProfilesInMemory();
    private final AudienceShardsInMemory shards = new AudienceShardsInMemory();
    private final RememberedRows remembered = new RememberedRows(1_000_000);
    private final CompactAudience compaction = new CompactAudience(
            shards, remembered, AnIndex.SMALL, () -> Instant.parse("2026-06-18T00:00:00Z"), new Random(1));
    private final ReadAudience index = new ReadAudience(shards, remembered);
    private final List<Integer> asked = new ArrayList<>();

    private Map<BuyerId, RuntimeException> indexed(String... buyers) {
        return indexing(shards, 1_000)
                .index(STORE, Arrays.stream(buyers).map(BuyerId::new).toList());
    }

    private IndexCustomers indexing(AudienceShards itsShards, int deltasAHint) {
        return new IndexCustomers(profiles, itsShards, compaction, (_, shard) -> asked.add(shard), deltasAHint);
    }

    private Map<BuyerId, AudienceRow> rows() {
        var rows = new TreeMap<BuyerId, AudienceRow>();
        for (var shard = 0; shard < AudienceIndex.SHARDS; shard++) {
            rows.putAll(AnIndex.rows(index, STORE, index.read(STORE, shard).rows()));
        }
        return rows;
    }

    private Map<BuyerId, AudienceRow> expected() {
        var rows = new TreeMap<BuyerId, AudienceRow>();
        profiles.each(STORE, (buyer, stored) -> rows.put(buyer, AudienceRows.of(stored.profile(), stored.version())));
        return rows;
    }

    private void foldAll() {
        IntStream.range(0, AudienceIndex.SHARDS).forEach(shard -> compaction.fold(STORE, shard));
    }

    @Test
    void customersAreInTheIndexAsTheirProfilesSay() {
        profiles.save("B1", 1, 1);
        profiles.save("B2", 2, 4);

        assertThat(indexed("B1", "B2", "B2", "B3")).isEmpty();

        assertThat(rows()).isEqualTo(expected()).hasSize(2);
    }

    @Test
    void whoCannotBeIndexedIsToComeAgainAndTheOthersAreDone() {
        profiles.save("B1", 1, 1);
        profiles.save("B2", 1, 1);
        var broken = new WatchedShards(shards, new WatchedShards.Watcher() {
            private int puts;

            @Override
            public synchronized void before(boolean isWrite) {
                if (++puts == 1) {
                    throw new IllegalStateException("busy");
                }
            }

            @Override
            public void after(boolean isWrite) {}
        });

        var failures = indexing(broken, 1_000).index(STORE, List.of(new BuyerId("B1"), new BuyerId("B2")));

        assertThat(failures).hasSize(1);
        assertThat(rows()).hasSize(1).doesNotContainKeys(failures.keySet().toArray(BuyerId[]::new));
    }

    @Nested
    class SomebodyWhoIsGone {

        @Test
        void isNotInTheIndexAnyMore() {
            profiles.save("B1", 1, 3);
            indexed("B1");
            profiles.remove("B1");

            indexed("B1");

            assertThat(rows()).isEmpty();
        }

        @Test
        void isThereAgainOnComingBackWithVersionsThatBeginAnew() {
            profiles.save("B1", 1, 3);
            indexed("B1");
            foldAll();
            profiles.remove("B1");
            indexed("B1");
            profiles.save("B1", 2, 1);

            indexed("B1");

            assertThat(rows()).isEqualTo(expected()).hasSize(1);
        }
    }

    @Nested
    class AHint {

        @Test
        void isGivenForOneInSoManyDeltas() {
            IntStream.range(0, 400).forEach(number -> profiles.save("B" + number, 1, 1));
            var buyers = IntStream.range(0, 400)
                    .mapToObj(number -> new BuyerId("B" + number))
                    .toList();

            indexing(shards, 10).index(STORE, buyers);

            assertThat(asked).hasSizeBetween(20, 60);
            assertThat(asked.stream().distinct()).hasSizeGreaterThan(5);
        }

        @Test
        void isNotGivenForADeltaThatChangesNothing() {
            profiles.save("B1", 1, 1);
            indexing(shards, 1).index(STORE, List.of(new BuyerId("B1")));
            indexing(shards, 1).index(STORE, List.of(new BuyerId("B1")));

            assertThat(asked).hasSize(1);
        }
    }

    @Nested
    class ARebuild {

        private final RebuildAudience rebuild = new RebuildAudience(profiles, index, shards, compaction);

        @Test
        void ofAnIndexThatIsRightFindsNothing() {
            profiles.save("B1", 1, 1);
            profiles.save("B2", 2, 4);
            indexed("B1", "B2");

            assertThat(rebuild.rebuild(STORE, RebuildMode.REPAIR)).isEqualTo(new Comparison(2, 2, 0, 0, 0));
        }

        @Test
        void findsAndRepairsWhatIsMissingWrongOrTooMuch() {
            profiles.save("late", 1, 2);
            profiles.save("surplus", 1, 2);
            profiles.save("ahead", 1, 9);
            indexed("late", "surplus", "ahead");
            foldAll();
            profiles.save("late", 5, 3);
            profiles.remove("surplus");
            profiles.save("ahead", 3, 4);
            profiles.save("missing", 1, 1);

            var found = new Comparison(3, 3, 1, 2, 1);
            assertThat(rebuild.rebuild(STORE, RebuildMode.COMPARE)).isEqualTo(found);
            assertThat(rebuild.rebuild(STORE, RebuildMode.REPAIR)).isEqualTo(found);

            assertThat(rows()).isEqualTo(expected());
            assertThat(rebuild.rebuild(STORE, RebuildMode.COMPARE).isEqual()).isTrue();
        }
    }
}
