package dev.groundswell.core.audience;

import static dev.groundswell.core.audience.ARow.SHARD;
import static dev.groundswell.core.audience.AnIndex.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReadAudienceTest {

    /** What a reading of {@link AudienceShardsInMemory} takes that finds neither deltas nor blocks. */
    private static final double MANIFEST = 1;

    private final AnIndex index = new AnIndex(new AudienceShardsInMemory());
    private final ReadAudience reader = reader(1_000_000);

    private ReadAudience reader(long rememberedBytes) {
        return new ReadAudience(index.shards(), new RememberedRows(rememberedBytes));
    }

    @BeforeEach
    void givenTwoBlocks() {
        IntStream.range(0, 5).forEach(customer -> index.put(customer, 1));
        index.fold();
    }

    @Nested
    class AWarmReader {

        @Test
        void readsBlocksOnce() {
            assertThat(reader.read(STORE, SHARD).readUnits()).isEqualTo(MANIFEST + 2);

            var again = reader.read(STORE, SHARD);

            assertThat(again.readUnits()).isEqualTo(MANIFEST);
            assertThat(again.requests()).isEqualTo(2);
        }

        @Test
        void readsOnlyWhatIsNew() {
            reader.read(STORE, SHARD);
            index.put(1, 2);
            index.fold();

            var again = reader.read(STORE, SHARD);

            assertThat(again.readUnits()).isEqualTo(MANIFEST + 1);
            assertThat(AnIndex.rows(reader, STORE, again.rows())).isEqualTo(index.expected());
        }

        @Test
        void forgetsWhatDoesNotFit() {
            var forgetful = reader(10);
            forgetful.read(STORE, SHARD);

            assertThat(forgetful.read(STORE, SHARD).readUnits()).isEqualTo(MANIFEST + 2);
        }
    }

    @Nested
    class AVersion {

        @Test
        void staysAsLongAsNothingChanges() {
            index.put(1, 2);

            assertThat(reader.read(STORE, SHARD).rows().version())
                    .isEqualTo(reader(0).read(STORE, SHARD).rows().version());
        }

        @Test
        void changesWithEachDeltaAndFold() {
            var before = reader.read(STORE, SHARD).rows().version();
            index.put(1, 2);
            var withDelta = reader.read(STORE, SHARD).rows().version();
            index.put(1, 3);
            var withAnother = reader.read(STORE, SHARD).rows().version();
            index.fold();
            var folded = reader.read(STORE, SHARD).rows().version();

            assertThat(new String[] {before, withDelta, withAnother, folded}).doesNotHaveDuplicates();
        }
    }

    @Test
    void customersAreCountedOnce() {
        index.put(1, 2);
        index.put(50, 1);

        assertThat(reader.read(STORE, SHARD).rows().customers()).isEqualTo(6);
    }
}
