package dev.groundswell.core.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.core.order.BuyerId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final int CHECKED_FROM = 5;
    private static final int FORMAT_OF_A_LATER_VERSION = 2;

    @Property(tries = 80)
    void whatWasPackedComesBack(@ForAll long seed, @ForAll @IntRange(max = 200) int size) {
        var rows = RandomRows.some(new Random(seed), size);

        assertThat(unpacked(Block.of(rows).toBytes(), MemberBlock.of(rows).toBytes()))
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @Property(tries = 50)
    void theSameRowsInAnyOrderGiveTheSameBytes(@ForAll long seed, @ForAll @IntRange(max = 100) int size) {
        var rows = RandomRows.some(new Random(seed), size);
        var bytes = Block.of(rows).toBytes();
        var members = MemberBlock.of(rows).toBytes();

        Collections.shuffle(rows, new Random(seed + 1));

        assertThat(Block.of(rows).toBytes()).isEqualTo(bytes);
        assertThat(MemberBlock.of(rows).toBytes()).isEqualTo(members);
    }

    @Property(tries = 50)
    void everyRowIsFoundByItsHash(@ForAll long seed, @ForAll @IntRange(max = 200) int size) {
        var block = Block.of(RandomRows.some(new Random(seed), size));

        for (var row = 0; row < size; row++) {
            assertThat(block.find(block.hash(row))).isEqualTo(row);
            assertThat(row == 0 || Long.compareUnsigned(block.hash(row - 1), block.hash(row)) < 0)
                    .isTrue();
        }
        assertThat(block.find(RowHash.of(new BuyerId("nobody")))).isEqualTo(-1);
    }

    @Property(tries = 80)
    void aRangeOfCodesIsWhatRowByRowComparisonSays(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int size) {
        var random = new Random(seed);
        var block = Block.of(RandomRows.some(random, size));

        for (var columnKind : Column.values()) {
            var column = block.column(columnKind);
            var one = column.code(random.nextInt(size));
            var other = random.nextBoolean() ? column.maxCode() : column.code(random.nextInt(size));
            var low = Long.compareUnsigned(one, other) <= 0 ? one : other;
            var high = low == one ? other : one;
            var among = someRows(random, size);
            assertThat(inRange(column, among, low, high))
                    .as("%s", columnKind)
                    .isEqualTo(naivelyInRange(column, low, high).and(among));
        }
    }

    @Property(tries = 50)
    void codesOfWordsAreThoseOfTheRows(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int size) {
        var block = Block.of(RandomRows.some(new Random(seed), size));

        for (var kind : Column.values()) {
            var column = block.column(kind);
            var expected = IntStream.range(0, size).mapToLong(column::code).toArray();
            assertThat(codesByWord(column)).isEqualTo(expected);
            assertThat(Arrays.stream(expected)).allMatch(code -> isWithin(code, column.minCode(), column.maxCode()));
        }
    }

    @Property(tries = 100)
    void damagedBytesAreRefused(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        var random = new Random(seed);
        var rows = RandomRows.some(random, size);
        var block = damaged(Block.of(rows).toBytes(), random);
        var members = damaged(MemberBlock.of(rows).toBytes(), random);

        assertThatExceptionOfType(BlockDamagedException.class).isThrownBy(() -> Block.ofBytes(block));
        assertThatExceptionOfType(BlockDamagedException.class).isThrownBy(() -> MemberBlock.ofBytes(members));
    }

    @Property(tries = 100)
    void evenWithARightCheckSumNonsenseIsRefusedOrReadWithoutHarm(@ForAll long seed) {
        var random = new Random(seed);
        var bytes = withCheckSum(damaged(Block.of(RandomRows.some(random, 5)).toBytes(), random));

        try {
            var block = Block.ofBytes(bytes);
            assertThat(block.size()).isBetween(0, Block.MAX_ROWS);
        } catch (BlockDamagedException refused) {
            assertThat(refused).hasMessageMatching("(?s).{20,}");
        }
    }

    @Nested
    class Of_the_greatest_size {

        private final List<AudienceRow> rows = IntStream.range(0, Block.MAX_ROWS)
                .mapToObj(i -> row("B" + i, i, Map.of(Column.SPEND, i * 1000L), Map.of(Column.CITY, "City " + i % 700)))
                .toList();

        @Test
        void it_comes_back() {
            assertThat(unpacked(Block.of(rows).toBytes(), MemberBlock.of(rows).toBytes()))
                    .containsExactlyInAnyOrderElementsOf(rows);
        }

        @Test
        void one_row_more_is_refused() {
            var tooMany = new ArrayList<>(rows);
            tooMany.add(row("one more", 1, Map.of(), Map.of()));

            assertThatThrownBy(() -> Block.of(tooMany)).hasMessage("A block has at most 4096 rows, not 4097.");
            assertThatThrownBy(() -> MemberBlock.of(tooMany)).hasMessage("A block has at most 4096 rows, not 4097.");
        }
    }

    @Nested
    class A_column {

        @Test
        void takes_no_space_where_all_rows_are_alike() {
            var alike = Block.of(rowsWith(5L, 5L, 5L));

            assertThat(alike.column(Column.ORDERS).width()).isZero();
            assertThat(alike.column(Column.ORDERS).number(2)).isEqualTo(5L);
            assertThat(alike.toBytes())
                    .hasSameSizeAs(Block.of(rowsWith(9L, 9L, 9L)).toBytes());
        }

        @Test
        void is_left_out_where_all_rows_are_absent() {
            var block = Block.of(List.of(row("B1", 1, Map.of(), Map.of())));

            assertThat(block.column(Column.ORDERS).number(0)).isNull();
            assertThat(block.column(Column.CITY).text(0)).isNull();
            assertThat(block.column(Column.CITY).maxCode()).isZero();
        }

        @Test
        void is_as_wide_as_its_greatest_code() {
            assertThat(width(0L, 254L)).isEqualTo(1);
            assertThat(width(0L, 255L)).isEqualTo(2);
            assertThat(width(-10L, 65_524L)).isEqualTo(2);
            assertThat(width(-10L, 65_525L)).isEqualTo(4);
            assertThat(width(1L, 0xFFFF_FFFFL)).isEqualTo(4);
            assertThat(width(0L, 0xFFFF_FFFFL)).isEqualTo(8);
            assertThat(width(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(8);
        }

        @Test
        void keeps_the_greatest_number_there_is_as_the_one_before() {
            assertThat(Block.of(rowsWith(Long.MAX_VALUE)).column(Column.ORDERS).number(0))
                    .isEqualTo(Long.MAX_VALUE - 1);
        }

        private static int width(long one, long other) {
            return Block.of(rowsWith(one, other)).column(Column.ORDERS).width();
        }

        private static List<AudienceRow> rowsWith(long... numbers) {
            return IntStream.range(0, numbers.length)
                    .mapToObj(i -> row("B" + i, 1, Map.of(Column.ORDERS, numbers[i]), Map.of()))
                    .toList();
        }
    }

    @Nested
    class From_another_version {

        private final List<AudienceRow> rows = List.of(row("B1", 7, Map.of(Column.ORDERS, 3L), Map.of()));

        @Test
        void an_unknown_column_is_skipped() {
            var bytes = Block.of(rows).toBytes();
            var known = new CodedColumn.Header(255, Column.Kind.TEXT, 1, false, 0, 1, 3);
            var later = ByteBuffer.allocate(bytes.length + CodedColumn.Header.BYTES + 3)
                    .order(ByteOrder.LITTLE_ENDIAN);
            later.put(bytes);
            known.write(later);

            var read = Block.ofBytes(withCheckSum(later.array()));

            assertThat(read.column(Column.ORDERS).number(0)).isEqualTo(3L);
            assertThat(read.version(0)).isEqualTo(7);
        }

        @Test
        void another_format_is_refused_and_named() {
            var block = Block.of(rows).toBytes();
            var members = MemberBlock.of(rows).toBytes();
            block[0] = FORMAT_OF_A_LATER_VERSION;
            members[0] = FORMAT_OF_A_LATER_VERSION;

            assertThatThrownBy(() -> Block.ofBytes(block)).hasMessage("A block of format 2 cannot be read, only of 1.");
            assertThatThrownBy(() -> MemberBlock.ofBytes(members))
                    .hasMessage("Members of format 2 cannot be read, only of 1.");
        }
    }

    private static AudienceRow row(String buyer, long version, Map<Column, Long> numbers, Map<Column, String> texts) {
        return new AudienceRow(new BuyerId(buyer), version, null, null, null, numbers, texts);
    }

    private static List<AudienceRow> unpacked(byte[] block, byte[] members) {
        var rows = Block.ofBytes(block);
        var identities = MemberBlock.ofBytes(members);
        assertThat(identities.size()).isEqualTo(rows.size());
        return IntStream.range(0, rows.size())
                .mapToObj(row -> rows.row(row, identities.member(row)))
                .toList();
    }

    private static RowSet inRange(CodedColumn column, RowSet among, long low, long high) {
        var found = new RowSet(column.size());
        for (var word = 0; word < found.words(); word++) {
            found.setWord(word, column.inRange(word, among.word(word), low, high));
        }
        return found;
    }

    private static long[] codesByWord(CodedColumn column) {
        var codes = new long[RowSet.words(column.size()) * Long.SIZE];
        var word = new long[Long.SIZE];
        for (var from = 0; from < column.size(); from += Long.SIZE) {
            column.copyCodes(from / Long.SIZE, word);
            System.arraycopy(word, 0, codes, from, Long.SIZE);
        }
        return Arrays.copyOf(codes, column.size());
    }

    private static boolean isWithin(long code, long low, long high) {
        return Long.compareUnsigned(code, low) >= 0 && Long.compareUnsigned(code, high) <= 0;
    }

    /** Few or many: they are looked at in different ways. */
    private static RowSet someRows(Random random, int size) {
        var rows = new RowSet(size);
        var share = random.nextInt(11);
        for (var row = 0; row < size; row++) {
            if (random.nextInt(10) < share) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static RowSet naivelyInRange(CodedColumn column, long low, long high) {
        var found = new RowSet(column.size());
        for (var row = 0; row < column.size(); row++) {
            var code = column.code(row);
            if (isWithin(code, low, high)) {
                found.add(row);
            }
        }
        return found;
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 20));
            default -> {
                var flipped = bytes.clone();
                flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
        };
    }

    private static byte[] withCheckSum(byte[] bytes) {
        if (bytes.length >= CHECKED_FROM) {
            var sum = new CRC32C();
            sum.update(bytes, CHECKED_FROM, bytes.length - CHECKED_FROM);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(1, (int) sum.getValue());
        }
        return bytes;
    }
}
