package dev.groundswell.core.audience;

import static dev.groundswell.core.audience.ARow.SHARD;
import static dev.groundswell.core.audience.ARow.buyer;
import static dev.groundswell.core.audience.ARow.delta;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.audience.AudienceShards.PutResult;
import dev.groundswell.core.audience.AudienceShards.StoredBlock;
import dev.groundswell.core.audience.Manifest.Part;
import dev.groundswell.core.audience.Manifest.Retired;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of shards does. */
public abstract class AudienceShardsContract {

    private static final Instant NOW = Instant.parse("2026-06-18T00:00:00.123Z");
    private static final BlockId FIRST = BlockId.of(NOW, 1);
    private static final BlockId SECOND = BlockId.of(NOW, -2);

    private final StoreId store = new StoreId(UUID.randomUUID().toString());
    private final StoreId another = new StoreId(UUID.randomUUID().toString());

    protected abstract AudienceShards shards();

    private List<Delta> deltas() {
        return read(
                shards().deltas(store, SHARD, Optional.empty(), 1_000).value().deltas());
    }

    private static List<Delta> read(List<Delta> deltas) {
        return deltas.stream()
                .map(delta -> delta.row().<Delta>map(Delta.Changed::new).orElse(delta))
                .toList();
    }

    private static StoredBlock block(BlockId id, int rows) {
        var some = IntStream.range(0, rows).mapToObj(row -> ARow.of(row, 1)).toList();
        return new StoredBlock(id, Block.of(some), MemberBlock.of(some));
    }

    @Nested
    class ADelta {

        @Test
        void isReadAsItWasPut() {
            var rows = RandomRows.some(new Random(7), 30);
            rows.forEach(row -> shards().put(store, new Delta.Changed(row)));

            assertThat(IntStream.range(0, AudienceIndex.SHARDS)
                            .mapToObj(shard -> shards().deltas(store, shard, Optional.empty(), 1_000)
                                    .value())
                            .flatMap(page -> page.deltas().stream())
                            .map(Delta::row)
                            .map(Optional::orElseThrow))
                    .containsExactlyInAnyOrderElementsOf(rows);
        }

        @Test
        void isPutIfThereIsNoneOrAnOlderOne() {
            assertThat(shards().put(store, delta(1, 5))).isEqualTo(PutResult.STORED);
            assertThat(shards().put(store, delta(1, 5))).isEqualTo(PutResult.OLDER);
            assertThat(shards().put(store, delta(1, 4))).isEqualTo(PutResult.OLDER);
            assertThat(shards().put(store, delta(1, 6))).isEqualTo(PutResult.STORED);

            assertThat(deltas()).containsExactly(delta(1, 6));
        }

        @Test
        void ofAGoneCustomerStaysUntilItIsFolded() {
            var gone = new Delta.Gone(buyer(1));
            shards().put(store, delta(1, 5));

            assertThat(shards().put(store, gone)).isEqualTo(PutResult.STORED);
            assertThat(shards().put(store, delta(1, 6))).isEqualTo(PutResult.GONE);
            assertThat(deltas()).containsExactly(gone);

            shards().delete(store, List.of(gone));
            assertThat(shards().put(store, delta(1, 1))).isEqualTo(PutResult.STORED);
        }

        @Test
        void isDeletedOnlyAtTheVersionThatWasFolded() {
            shards().put(store, delta(1, 5));
            shards().put(store, delta(2, 5));
            shards().put(store, delta(1, 6));

            shards().delete(store, List.of(delta(1, 5), delta(2, 5), delta(3, 5)));

            assertThat(deltas()).containsExactly(delta(1, 6));
        }

        @Test
        void isOfItsStore() {
            shards().put(store, delta(1, 5));

            assertThat(shards().deltas(another, SHARD, Optional.empty(), 10)
                            .value()
                            .deltas())
                    .isEmpty();
        }
    }

    @Test
    void deltasCanBeReadInPages() {
        IntStream.range(0, 25).forEach(customer -> shards().put(store, delta(customer, 1)));

        var read = new ArrayList<Delta>();
        var last = Optional.<BuyerId>empty();
        do {
            var page = shards().deltas(store, SHARD, last, 10).value();
            assertThat(page.deltas()).hasSizeLessThanOrEqualTo(10);
            read.addAll(read(page.deltas()));
            last = page.last();
        } while (last.isPresent());

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 25)
                        .mapToObj(customer -> delta(customer, 1))
                        .toList());
    }

    @Nested
    class AManifest {

        private final RowSet someLive = RowSet.all(100).andNot(RowSet.all(100));

        private Manifest manifest(long revision) {
            someLive.add(99);
            return new Manifest(
                    revision,
                    List.of(new Part(FIRST, RowSet.all(4_096)), new Part(SECOND, someLive)),
                    List.of(new Retired(SECOND, NOW)));
        }

        @Test
        void isEmptyBeforeAnythingIsWritten() {
            assertThat(shards().manifest(store, SHARD).value()).isEqualTo(Manifest.EMPTY);
        }

        @Test
        void replacesTheRevisionBefore() {
            assertThat(shards().replace(store, SHARD, manifest(1))).isTrue();
            assertThat(shards().replace(store, SHARD, manifest(2))).isTrue();

            assertThat(shards().manifest(store, SHARD).value()).isEqualTo(manifest(2));
            assertThat(shards().manifest(store, SHARD + 1).value()).isEqualTo(Manifest.EMPTY);
            assertThat(shards().manifest(another, SHARD).value()).isEqualTo(Manifest.EMPTY);
        }

        @Test
        void isRefusedIfSomebodyElseWasQuicker() {
            shards().replace(store, SHARD, manifest(1));

            assertThat(shards().replace(store, SHARD, new Manifest(1, List.of(), List.of())))
                    .isFalse();
            assertThat(shards().replace(store, SHARD, manifest(3))).isFalse();
            assertThat(shards().manifest(store, SHARD).value()).isEqualTo(manifest(1));
        }
    }

    @Nested
    class ABlock {

        @Test
        void isReadAsItWasWritten() {
            shards().write(store, SHARD, block(FIRST, 3));
            shards().write(store, SHARD, block(SECOND, 50));

            var blocks = shards().blocks(store, SHARD, Set.of(FIRST, SECOND)).value();
            var members = shards().members(store, SHARD, Set.of(FIRST, SECOND)).value();

            assertThat(blocks).containsOnlyKeys(FIRST, SECOND);
            assertThat(blocks.get(SECOND))
                    .extracting(Block::toBytes)
                    .isEqualTo(block(SECOND, 50).block().toBytes());
            assertThat(members.get(FIRST))
                    .extracting(MemberBlock::toBytes)
                    .isEqualTo(block(FIRST, 3).members().toBytes());
        }

        @Test
        void thatIsNotThereIsLeftOut() {
            shards().write(store, SHARD, block(FIRST, 3));

            assertThat(shards().blocks(store, SHARD, Set.of(FIRST, SECOND)).value())
                    .containsOnlyKeys(FIRST);
            assertThat(shards().members(store, SHARD + 1, Set.of(FIRST)).value())
                    .isEmpty();
        }

        @Test
        void isDeletedWhole() {
            shards().write(store, SHARD, block(FIRST, 3));
            shards().write(store, SHARD, block(SECOND, 3));
            assertThat(shards().stored(store, SHARD)).containsExactlyInAnyOrder(FIRST, SECOND);

            shards().deleteBlocks(store, SHARD, List.of(FIRST));
            shards().deleteBlocks(store, SHARD, List.of(FIRST));

            assertThat(shards().stored(store, SHARD)).containsExactly(SECOND);
            assertThat(shards().members(store, SHARD, Set.of(FIRST)).value()).isEmpty();
        }
    }

    @Test
    void readingIsAccountedFor() {
        shards().put(store, delta(1, 5));
        shards().write(store, SHARD, block(FIRST, 3));

        var deltas = shards().deltas(store, SHARD, Optional.empty(), 10);
        var blocks = shards().blocks(store, SHARD, Set.of(FIRST));

        assertThat(deltas.requests()).isEqualTo(1);
        assertThat(deltas.readUnits()).isPositive();
        assertThat(blocks.requests()).isPositive();
        assertThat(blocks.readUnits()).isPositive();
    }
}
