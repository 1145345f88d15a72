package dev.groundswell.core.audience;

import static dev.groundswell.core.audience.ARow.SHARD;
import static dev.groundswell.core.audience.AnIndex.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.core.audience.Manifest.Part;
import dev.groundswell.core.audience.WatchedShards.Crash;
import dev.groundswell.core.audience.WatchedShards.CrashAt;
import dev.groundswell.core.audience.WatchedShards.Watcher;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompactAudienceTest {

    private final AnIndex index = new AnIndex(new AudienceShardsInMemory());

    private void givenCustomers(int number) {
        IntStream.range(0, number).forEach(customer -> index.put(customer, 1));
        index.fold();
    }

    @Test
    void aFoldMovesAllDeltasIntoBlocks() {
        IntStream.range(0, 30).forEach(customer -> index.put(customer, 1));

        var manifest = index.fold();

        assertThat(manifest.rows()).isEqualTo(30);
        assertThat(index.deltas()).isZero();
        assertThat(index.read()).isEqualTo(index.expected());
        assertThat(index.read(manifest)).isEqualTo(index.expected());
    }

    @Test
    void aFoldWithoutDeltasChangesNothing() {
        givenCustomers(10);

        assertThat(index.fold()).isEqualTo(index.fold());
    }

    @Test
    void aShardKeepsFewBlocksHoweverOftenItsCustomersChange() {
        givenCustomers(40);

        for (var version = 2; version < 40; version++) {
            index.put(version % 7, version);
            index.put(version, version);
            var manifest = index.fold();

            assertThat(manifest.parts()).hasSizeLessThanOrEqualTo(40 / 4 + AnIndex.SMALL.spareBlocks());
            assertThat(manifest.parts()).allMatch(part -> !part.live().isEmpty());
        }
        assertThat(index.read()).isEqualTo(index.expected());
    }

    @Nested
    class AnOlderDelta {

        @Test
        void thatComesAfterTheGreaterOneWasFoldedIsDropped() {
            index.put(1, 5);
            index.fold();

            index.put(1, 4);

            assertThat(index.read()).isEqualTo(index.expected());
            index.fold();
            assertThat(index.read()).isEqualTo(index.expected());
            assertThat(index.deltas()).isZero();
        }
    }

    @Nested
    class ACustomerWhoIsGone {

        @Test
        void fromTheMiddleOfAFoldStaysGone() {
            index.put(1, 5);

            foldWith(1, () -> {
                index.remove(1);
                index.fold();
            });

            assertThat(index.read()).isEmpty();
        }

        @Test
        void andComesBackBeforeAFoldReadsTheDeltasIsThere() {
            givenCustomers(1);
            index.put(1, 5);

            foldWith(0, () -> {
                index.remove(0);
                index.remove(1);
                index.fold();
                index.put(0, 1);
            });

            assertThat(index.read()).isEqualTo(index.expected()).hasSize(1);
            assertThat(index.deltas()).isZero();
        }

        /** A fold after one of whose calls, from 0, something happens. */
        private void foldWith(int call, Runnable something) {
            index.compactor(new Watcher() {

                        private int calls;

                        @Override
                        public void before(boolean isWrite) {
                            // Only what comes after a call is of interest.
                        }

                        @Override
                        public void after(boolean isWrite) {
                            if (calls++ == call) {
                                something.run();
                            }
                        }
                    })
                    .fold(STORE, SHARD);
        }

        @Test
        void isNotReadAnyMore() {
            givenCustomers(10);

            index.remove(3);

            assertThat(index.read()).isEqualTo(index.expected()).hasSize(9);
            assertThat(index.fold().rows()).isEqualTo(9);
            assertThat(index.read()).isEqualTo(index.expected());
        }

        @Test
        void canComeBackOnceThatIsFolded() {
            index.put(3, 7);
            index.fold();
            index.remove(3);
            index.fold();

            index.put(3, 1);

            assertThat(index.read()).isEqualTo(index.expected()).hasSize(1);
        }
    }

    @Nested
    class Retirement {

        private final Manifest before = fillAndFold();

        private Manifest fillAndFold() {
            givenCustomers(20);
            return index.fold();
        }

        private void replaceAllRows() {
            IntStream.range(0, 20).forEach(customer -> index.put(customer, 2));
            index.fold();
        }

        @Test
        void leavesEarlierManifestsReadableForTheGrace() {
            var expected = index.expected();
            replaceAllRows();
            index.pass(AudienceIndex.GRACE.minusSeconds(1));
            index.fold();

            assertThat(index.read(before)).isEqualTo(expected);
        }

        @Test
        void endsWithTheGrace() {
            replaceAllRows();
            index.pass(AudienceIndex.GRACE);
            var manifest = index.fold();

            assertThatThrownBy(() -> index.read(before)).isInstanceOf(BlockGoneException.class);
            assertThat(index.shards().stored(STORE, SHARD))
                    .isEqualTo(manifest.parts().stream().map(Part::id).collect(Collectors.toSet()));
            assertThat(index.read()).isEqualTo(index.expected());
        }
    }

    @Nested
    class Crashes {

        /** Merges, kills a block, drops expired ones and folds several pages of deltas, some of them older than a block's rows. */
        private AnIndex aBusyIndex() {
            var busy = new AnIndex(new AudienceShardsInMemory());
            for (var version = 1; version <= 4; version++) {
                for (var customer = 0; customer < 12; customer++) {
                    busy.put(customer, version);
                }
                busy.fold();
            }
            busy.pass(AudienceIndex.GRACE);
            for (var customer = 4; customer < 16; customer++) {
                busy.put(customer, 9);
            }
            busy.remove(2);
            busy.put(3, 1);
            return busy;
        }

        @Test
        void beforeOrAfterAnyWriteLoseAndDoubleNothing() {
            var crashes = 0;
            for (var write = 1; crashAt(write, false) && crashAt(write, true); write++) {
                crashes++;
            }
            assertThat(crashes).isGreaterThan(20);
        }

        /** @return false once there are fewer writes */
        private boolean crashAt(int write, boolean afterTheWrite) {
            var busy = aBusyIndex();
            var isCrashed = false;
            try {
                busy.compactor(new CrashAt(write, afterTheWrite)).fold(STORE, SHARD);
            } catch (Crash crash) {
                isCrashed = true;
            }
            assertThat(busy.read()).as("after the crash at write %d", write).isEqualTo(busy.expected());
            assertThat(busy.readAgain()).isEqualTo(busy.expected());

            var manifest = busy.fold();

            assertThat(busy.deltas()).isZero();
            assertThat(busy.read(manifest)).isEqualTo(busy.expected());
            assertOnlyNamedBlocksAreLeftInTheEnd(busy);
            return isCrashed;
        }

        private void assertOnlyNamedBlocksAreLeftInTheEnd(AnIndex busy) {
            busy.pass(AudienceIndex.GRACE.plusSeconds(1));
            var manifest = busy.fold();
            busy.compactor().sweep(STORE, SHARD);

            assertThat(busy.shards().stored(STORE, SHARD))
                    .isEqualTo(manifest.parts().stream().map(Part::id).collect(Collectors.toSet()));
            assertThat(busy.read()).isEqualTo(busy.expected());
        }
    }

    @Nested
    class ASweep {

        @Test
        void leavesWhatIsYoungOrNamed() {
            givenCustomers(10);
            var manifest = index.fold();
            orphan();
            var young = index.shards().stored(STORE, SHARD);

            assertThat(index.compactor().sweep(STORE, SHARD)).isZero();
            assertThat(index.shards().stored(STORE, SHARD)).isEqualTo(young);

            index.pass(AudienceIndex.GRACE.plus(Duration.ofSeconds(1)));

            assertThat(index.compactor().sweep(STORE, SHARD)).isOne();
            assertThat(index.shards().stored(STORE, SHARD))
                    .containsExactlyInAnyOrderElementsOf(manifest.blocks().toList());
        }

        /** A compactor that pauses for hours between writing its blocks and naming them must not name what was swept. */
        @Test
        void makesASlowCompactorBeginAnew() {
            givenCustomers(10);
            index.put(1, 2);
            var sweeper = index.compactor();
            var sweptInTheMidst = new Watcher() {
                private int writes;

                @Override
                public void before(boolean isWrite) {
                    if (isWrite && ++writes == 2) {
                        index.pass(AudienceIndex.GRACE.plusSeconds(1));
                        assertThat(sweeper.sweep(STORE, SHARD)).isOne();
                    }
                }

                @Override
                public void after(boolean isWrite) {}
            };

            index.compactor(sweptInTheMidst).fold(STORE, SHARD);

            assertThat(index.read()).isEqualTo(index.expected());
            assertThat(index.deltas()).isZero();
        }

        private void orphan() {
            index.put(1, 2);
            try {
                index.compactor(new CrashAt(1, true)).fold(STORE, SHARD);
            } catch (Crash crash) {
                // Its block is written and in no manifest.
            }
            index.remove(1);
            index.shards().delete(STORE, List.of(new Delta.Gone(ARow.buyer(1))));
        }
    }
}
