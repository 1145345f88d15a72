package dev.groundswell.core.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedTradeTest {

    @Test
    void isNamedByAnIdOfAnyLengthAndType() {
        assertThat(NamedTrade.in(Map.of("tid", 1, "status", "WAIT_BUYER_PAY"))).contains(new NamedTrade("1"));
        assertThat(NamedTrade.in(Map.of("tid", 192_364_827_791_084L))).contains(new NamedTrade("192364827791084"));
        assertThat(NamedTrade.in(Map.of("tid", new BigInteger("18446744073709551615"))))
                .contains(new NamedTrade("18446744073709551615"));
        assertThat(NamedTrade.in(Map.of("tid", "9007199254740993"))).contains(new NamedTrade("9007199254740993"));
    }

    @Test
    void isNotOnlyNamedWhereTheTradeItselfIsThere() {
        assertThat(NamedTrade.in(Map.of("tid", 1, "created", "2026-06-18 00:00:04")))
                .isEmpty();
        assertThat(NamedTrade.in(Map.of("tid", 1, "orders", Map.of()))).isEmpty();
    }

    @Test
    void isNotNamedByWhatIsNoId() {
        var noId = new HashMap<String, Object>();
        noId.put("tid", null);
        for (var message : Arrays.asList(
                noId,
                Map.of(),
                Map.of("tid", -1),
                Map.of("tid", 1.5),
                Map.of("tid", "1&method=x"),
                Map.of("tid", ""),
                Map.of("tid", List.of(1)),
                "1",
                1,
                null)) {
            assertThat(NamedTrade.in(message)).as(String.valueOf(message)).isEmpty();
        }
    }
}
