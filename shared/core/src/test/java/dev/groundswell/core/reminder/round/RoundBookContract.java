package dev.groundswell.core.reminder.round;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link RoundBook} does, whatever keeps them. */
public abstract class RoundBookContract {

    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

    protected abstract RoundBook rounds();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static Round round(int number, int orders) {
        var terms = ATask.at("2026-11-11T12:00").numbered(number).build();
        return new Round(terms, NOON.plusSeconds(number), "operator, 张", orders);
    }

    @Nested
    class ARound {

        @Test
        void isFoundAsItWasAdded() {
            var first = round(1, 3);

            assertThat(rounds().add(store(), first)).isEqualTo(first);
            assertThat(rounds().find(store(), first.id())).contains(first);
        }

        @Test
        void isNotFoundBeforeItIsAddedNorByAnotherStore() {
            var first = round(1, 3);
            assertThat(rounds().find(store(), first.id())).isEmpty();

            rounds().add(store(), first);

            assertThat(rounds().find(new StoreId("elsewhere"), first.id())).isEmpty();
        }

        @Test
        void staysAsItWasWhenItIsAddedAgain() {
            rounds().add(store(), round(1, 3));

            assertThat(rounds().add(store(), round(1, 5))).isEqualTo(round(1, 3));
            assertThat(rounds().find(store(), round(1, 0).id())).contains(round(1, 3));
        }
    }

    @Nested
    class Several {

        @Test
        void areListedTheNewestFirst() {
            rounds().add(store(), round(2, 1));
            rounds().add(store(), round(1, 1));
            rounds().add(store(), round(3, 1));

            assertThat(rounds().newest(store(), 2)).containsExactly(round(3, 1), round(2, 1));
        }

        @Test
        void areNoneAtFirst() {
            assertThat(rounds().newest(store(), 10)).isEmpty();
        }
    }
}
