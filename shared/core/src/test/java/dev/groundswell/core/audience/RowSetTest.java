package dev.groundswell.core.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Random;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowSetTest {

    @Property(tries = 300)
    void itIsWhatABitSetIs(@ForAll long seed, @ForAll @IntRange(max = 200) int size) {
        var random = new Random(seed);
        var expected = new BitSet(size);
        var other = new BitSet(size);
        var set = new RowSet(size);
        var otherSet = new RowSet(size);
        for (var i = 0; i < size; i++) {
            toggle(expected, set, random.nextInt(size));
            toggle(other, otherSet, random.nextInt(size));
        }

        assertThatIs(set, expected);
        assertThatIs(set.and(otherSet), changed(expected, other, BitSet::and));
        assertThatIs(set.or(otherSet), changed(expected, other, BitSet::or));
        assertThatIs(set.andNot(otherSet), changed(expected, other, BitSet::andNot));
        assertThatIs(RowSet.ofBytes(size, set.toBytes()), expected);
        assertThat(RowSet.ofBytes(size, set.toBytes())).isEqualTo(set).hasSameHashCodeAs(set);
        assertThatIs(RowSet.all(size).andNot(set), changed(expected, full(size), BitSet::xor));
    }

    @Test
    void bytesOfAnotherSizeAreRefused() {
        assertThatExceptionOfType(BlockDamagedException.class).isThrownBy(() -> RowSet.ofBytes(65, new byte[8]));
        assertThatExceptionOfType(BlockDamagedException.class).isThrownBy(() -> RowSet.ofBytes(-1, new byte[0]));
        assertThatExceptionOfType(BlockDamagedException.class)
                .isThrownBy(() -> RowSet.ofBytes(63, RowSet.all(64).toBytes()))
                .withMessage("A set of 63 rows has a row beyond them.");
    }

    @Test
    void rowsThatThereAreNotAreRefused() {
        assertThatThrownBy(() -> new RowSet(3).add(3)).hasMessage("There is no row 3 of 3.");
        assertThatThrownBy(() -> new RowSet(3).has(-1)).hasMessage("There is no row -1 of 3.");
        assertThatThrownBy(() -> new RowSet(3).or(new RowSet(4))).hasMessage("Sets of 3 and of 4 rows do not compare.");
    }

    private static void toggle(BitSet bits, RowSet set, int row) {
        bits.flip(row);
        if (set.has(row)) {
            set.remove(row);
        } else {
            set.add(row);
        }
    }

    private static BitSet full(int size) {
        var all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    private static BitSet changed(BitSet set, BitSet other, BiConsumer<BitSet, BitSet> operation) {
        var changed = (BitSet) set.clone();
        operation.accept(changed, other);
        return changed;
    }

    private static void assertThatIs(RowSet set, BitSet expected) {
        var rows = new ArrayList<Integer>();
        set.forEach(rows::add);
        assertThat(rows).containsExactlyElementsOf(expected.stream().boxed().toList());
        assertThat(set.count()).isEqualTo(expected.cardinality());
        assertThat(set.isEmpty()).isEqualTo(expected.isEmpty());
    }
}
