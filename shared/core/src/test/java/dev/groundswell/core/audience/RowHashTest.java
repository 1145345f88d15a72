package dev.groundswell.core.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groundswell.core.order.BuyerId;
import org.junit.jupiter.api.Test;

class RowHashTest {

    /** {@code printf B1 | sha256sum} */
    @Test
    void itIsTheFirstEightBytesOfSha256() {
        assertThat(RowHash.of(new BuyerId("B1"))).isEqualTo(0x5B950E77941D01CDL);
    }

    @Test
    void sixteenShardsAreToldByTheHighestFourBits() {
        assertThat(RowHash.shardOf(0x0FFF_FFFF_FFFF_FFFFL, 16)).isZero();
        assertThat(RowHash.shardOf(0x1000_0000_0000_0000L, 16)).isEqualTo(1);
        assertThat(RowHash.shardOf(-1L, 16)).isEqualTo(15);
        assertThat(RowHash.shardOf(-1L, 1)).isZero();
    }

    @Test
    void seedsChooseIndependentlyOfEachOtherAndOfShards() {
        var spring = RowHash.ofSeed("spring");
        var autumn = RowHash.ofSeed("autumn");
        var both = 0;
        for (var i = 0; i < 10_000; i++) {
            var hash = RowHash.of(new BuyerId("B" + i));
            both += RowHash.shardOf(hash, 2) == 0
                            && RowHash.mixed(hash, spring) >= 0
                            && RowHash.mixed(hash, autumn) >= 0
                    ? 1
                    : 0;
        }
        assertThat(both).isCloseTo(1_250, within(150));
    }
}
