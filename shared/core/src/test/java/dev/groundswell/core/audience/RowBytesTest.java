package dev.groundswell.core.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RowBytesTest {

    private static AudienceRow read(AudienceRow row, byte[] bytes) {
        return RowBytes.read(row.buyer(), row.version(), bytes);
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll long seed) {
        var row = RandomRows.some(new Random(seed), 1).getFirst();

        assertThat(read(row, RowBytes.write(row))).isEqualTo(row);
    }

    @Example
    void aColumnOfALaterVersionIsSkipped() {
        var row = ARow.of(1, 7);
        var bytes = RowBytes.write(row);
        var longer = Arrays.copyOf(bytes, bytes.length + 4);
        longer[bytes.length] = (byte) 250;
        longer[bytes.length + 1] = 2;

        assertThat(read(row, longer)).isEqualTo(row);
    }

    @Example
    void damagedOnesAreRefused() {
        var row = ARow.of(1, 7);
        var bytes = RowBytes.write(row);

        assertThatThrownBy(() -> read(row, Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(BlockDamagedException.class);
        bytes[0] = 9;
        assertThatThrownBy(() -> read(row, bytes)).isInstanceOf(BlockDamagedException.class);
    }
}
