package dev.groundswell.cloud.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.cloud.queue.JsonText.UnreadableException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void oneObjectIsOneChange() {
        assertThat(JsonText.read(" {\"a\": 1.50} "))
                .containsExactly(new JsonText("{\"a\": 1.50}", Optional.of(Map.of("a", 1.5))));
    }

    @Test
    void anArrayIsManyEachAsItWasWritten() {
        assertThat(JsonText.split("[ {\"a\":\"四😀川\"} ,{ \"b\" : [1, {}] }, 5, \"x\", null, [7] ]"))
                .containsExactly("{\"a\":\"四😀川\"}", "{ \"b\" : [1, {}] }", "5", "\"x\"", "null", "[7]");
        assertThat(JsonText.read("[ {\"a\":\"四😀川\"} ,{ \"b\" : [1, {}] }, 5, \"x\", null, [7] ]"))
                .extracting(JsonText::text)
                .containsExactly("{\"a\":\"四😀川\"}", "{ \"b\" : [1, {}] }", "5", "\"x\"", "null", "[7]");
    }

    @Test
    void linesAreManyToo() {
        assertThat(JsonText.split("{\"a\":1}\n{\"a\":2}\n")).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void whatIsNoObjectHasNoFields() {
        assertThat(JsonText.read("[3]")).extracting(JsonText::values).containsExactly(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[{}", "{}]", "[{},]", "hello", "3", "\"x\"", "null", "{\"a\":1} x", "[{\"a\":}]"})
    void whatIsNotJsonOrNotOfObjectsIsUnreadable(String text) {
        assertThatThrownBy(() -> JsonText.read(text)).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> JsonText.split(text)).isInstanceOf(UnreadableException.class);
    }
}
