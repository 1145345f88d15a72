package dev.groundswell.cloud.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.cloud.order.OrderChangeText.UnreadableException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderChangeTextTest {

    @Test
    void oneObjectIsOneChange() {
        assertThat(OrderChangeText.read(" {\"a\": 1.50} "))
                .containsExactly(new OrderChangeText("{\"a\": 1.50}", Optional.of(Map.of("a", 1.5))));
    }

    @Test
    void anArrayIsManyEachAsItWasWritten() {
        assertThat(OrderChangeText.split("[ {\"a\":\"四😀川\"} ,{ \"b\" : [1, {}] }, 5, \"x\", null, [7] ]"))
                .containsExactly("{\"a\":\"四😀川\"}", "{ \"b\" : [1, {}] }", "5", "\"x\"", "null", "[7]");
        assertThat(OrderChangeText.read("[ {\"a\":\"四😀川\"} ,{ \"b\" : [1, {}] }, 5, \"x\", null, [7] ]"))
                .extracting(OrderChangeText::text)
                .containsExactly("{\"a\":\"四😀川\"}", "{ \"b\" : [1, {}] }", "5", "\"x\"", "null", "[7]");
    }

    @Test
    void linesAreManyToo() {
        assertThat(OrderChangeText.split("{\"a\":1}\n{\"a\":2}\n")).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void whatIsNoObjectHasNoFields() {
        assertThat(OrderChangeText.read("[3]"))
                .extracting(OrderChangeText::values)
                .containsExactly(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[{}", "{}]", "[{},]", "hello", "3", "\"x\"", "null", "{\"a\":1} x", "[{\"a\":}]"})
    void whatIsNotJsonOrNotOfObjectsIsUnreadable(String text) {
        assertThatThrownBy(() -> OrderChangeText.read(text)).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> OrderChangeText.split(text)).isInstanceOf(UnreadableException.class);
    }
}
