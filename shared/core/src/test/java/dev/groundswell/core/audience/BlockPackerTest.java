package dev.groundswell.core.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.BuyerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockPackerTest {

    private final Random random = new Random(1);
    private final BlockPacker packer =
            new BlockPacker(Block.MAX_ROWS, () -> BlockId.of(Instant.EPOCH, random.nextLong()));

    private List<AudienceRow> rows(int number, int nameLength) {
        return IntStream.range(0, number)
                .mapToObj(row -> new AudienceRow(
                        new BuyerId("B" + row), 1, incompressible(nameLength), null, null, Map.of(), Map.of()))
                .toList();
    }

    private String incompressible(int length) {
        return random.ints(length, 0x4E00, 0x9FFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<Integer> sizes(Collection<AudienceShards.StoredBlock> blocks) {
        return blocks.stream().map(block -> block.block().size()).toList();
    }

    @Test
    void rowsAreDividedIntoBlocksOfAboutTheSameSize() {
        assertThat(sizes(packer.pack(rows(Block.MAX_ROWS, 1)))).containsExactly(4_096);
        assertThat(sizes(packer.pack(rows(10_000, 1)))).containsExactly(3_333, 3_333, 3_334);
        assertThat(packer.pack(List.of())).isEmpty();
    }

    @Test
    void aBlockThatDoesNotFitAnItemIsDividedFurther() {
        var blocks = packer.pack(rows(4_000, 60));

        assertThat(sizes(blocks)).containsExactly(2_000, 2_000);
        assertThat(blocks).allSatisfy(block -> {
            assertThat(block.block().toBytes()).hasSizeLessThanOrEqualTo(BlockPacker.MAX_BYTES);
            assertThat(block.members().toBytes()).hasSizeLessThanOrEqualTo(BlockPacker.MAX_BYTES);
        });
    }
}
