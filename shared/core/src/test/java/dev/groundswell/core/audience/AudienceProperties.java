package dev.groundswell.core.audience;

import static dev.groundswell.core.audience.ARow.SHARD;
import static dev.groundswell.core.audience.AnIndex.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.audience.WatchedShards.Crash;
import dev.groundswell.core.audience.WatchedShards.CrashAt;
import dev.groundswell.core.audience.WatchedShards.Watcher;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens in whatever order: what is read is each customer's greatest version. */
class AudienceProperties {

    private static final int CUSTOMERS = 30;

    @Property(tries = 300)
    void rowsAreTheGreatestVersions(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int happenings) {
        var run = new Run(seed);

        for (var happening = 0; happening < happenings; happening++) {
            run.something();
            run.check();
        }

        run.everythingIsFoldedAndSwept();
    }

    @Property(tries = 60)
    void manyRowsAsOneManifestAfterAnother(@ForAll long seed) {
        var random = new Random(seed);
        var index = new AnIndex(new AudienceShardsInMemory());
        for (var fold = 0; fold < 10; fold++) {
            for (var change = 0; change < 20; change++) {
                index.put(random.nextInt(100), random.nextInt(1, 50));
            }
            var manifest = index.fold();
            assertThat(index.read(manifest)).isEqualTo(index.expected());
        }
    }

    /** One history of an index. */
    private static final class Run {

        private final Random random;
        private final AnIndex index = new AnIndex(new AudienceShardsInMemory());

        Run(long seed) {
            this.random = new Random(seed);
        }

        void something() {
            switch (random.nextInt(12)) {
                case 0 -> index.fold();
                case 1 -> foldAndCrash();
                case 2 -> foldWhileMuchHappens();
                case 3 -> readWhileOthersFold();
                case 4 -> index.pass(Duration.ofMinutes(random.nextInt(1, 200)));
                case 5 -> index.compactor().sweep(STORE, SHARD);
                case 6 -> goAndPerhapsComeBack(random.nextInt(CUSTOMERS));
                default -> change();
            }
        }

        /** Out of order and repeated. */
        private void change() {
            index.put(random.nextInt(CUSTOMERS), random.nextInt(1, 20));
        }

        private void goAndPerhapsComeBack(int customer) {
            index.remove(customer);
            if (random.nextBoolean()) {
                index.fold();
            }
            if (random.nextBoolean()) {
                index.put(customer, random.nextInt(1, 20));
            }
        }

        private void foldAndCrash() {
            try {
                index.compactor(new CrashAt(random.nextInt(1, 20), random.nextBoolean()))
                        .fold(STORE, SHARD);
            } catch (Crash crash) {
                // As it was meant.
            }
        }

        /** At some calls of a compactor others fold, crash, sweep, or change customers. */
        private void foldWhileMuchHappens() {
            var meanwhile = new Watcher() {

                @Override
                public void before(boolean isWrite) {
                    switch (random.nextInt(8)) {
                        case 0 -> index.fold();
                        case 1 -> foldAndCrash();
                        case 2 -> index.put(random.nextInt(CUSTOMERS), random.nextInt(1, 20));
                        case 3 -> index.remove(random.nextInt(CUSTOMERS));
                        default -> {}
                    }
                    check();
                }

                @Override
                public void after(boolean isWrite) {
                    check();
                }
            };
            index.compactor(meanwhile).fold(STORE, SHARD);
        }

        private void readWhileOthersFold() {
            var folding = new Watcher() {

                @Override
                public void before(boolean isWrite) {
                    if (random.nextInt(3) == 0) {
                        foldAndCrash();
                    }
                }

                @Override
                public void after(boolean isWrite) {
                    before(isWrite);
                }
            };
            assertThat(index.read(folding)).isEqualTo(index.expected());
        }

        void check() {
            assertThat(index.read()).isEqualTo(index.expected());
            assertThat(index.readAgain()).isEqualTo(index.expected());
        }

        void everythingIsFoldedAndSwept() {
            index.pass(AudienceIndex.GRACE.plusSeconds(1));
            index.fold();
            index.pass(AudienceIndex.GRACE.plusSeconds(1));
            var manifest = index.fold();
            index.compactor().sweep(STORE, SHARD);

            assertThat(index.read(manifest)).isEqualTo(index.expected());
            assertThat(index.deltas()).isZero();
            assertThat(index.shards().stored(STORE, SHARD))
                    .isEqualTo(manifest.parts().stream().map(Manifest.Part::id).collect(Collectors.toSet()));
        }
    }
}
