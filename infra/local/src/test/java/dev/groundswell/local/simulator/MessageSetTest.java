package dev.groundswell.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MessageSetTest {

    /** More than it has room for at first, some times over. */
    private static final int MANY = 20_000;

    @Test
    void knowsWhatWasAddedAndNothingElse() {
        var messages = new MessageSet();

        for (var number = 0; number < MANY; number++) {
            assertThat(messages.add("to" + number + ".c.1")).isTrue();
        }

        assertThat(messages.size()).isEqualTo(MANY);
        assertThat(messages.add("to7.c.1")).isFalse();
        assertThat(messages.contains("to" + (MANY - 1) + ".c.1")).isTrue();
        assertThat(messages.contains("to" + MANY + ".c.1")).isFalse();
        assertThat(messages.size()).isEqualTo(MANY);
    }

    @Property(tries = 200)
    void isLikeAnySet(@ForAll List<String> ids) {
        var messages = new MessageSet();
        var expected = new HashSet<String>();

        for (var id : ids) {
            assertThat(messages.add(id)).isEqualTo(expected.add(id));
        }

        assertThat(messages.size()).isEqualTo(expected.size());
        assertThat(ids).allMatch(messages::contains);
    }
}
