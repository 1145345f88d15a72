package dev.groundswell.core.message.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.route.RoutingChange.Reason;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link RoutingBooks} does, whatever keeps them. */
public abstract class RoutingBooksContract {

    private static final Instant NOW = Instant.parse("2026-11-11T00:00:10.123Z");

    protected abstract RoutingBooks books();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static RoutingChange change(String provider, int from, int to, int second) {
        return new RoutingChange(
                NOW.plusSeconds(second),
                new ProviderId(provider),
                from,
                to,
                Reason.ERRORS,
                "62 errors within a minute");
    }

    @Nested
    class ARouting {

        @Test
        void restsInTheBeginning() {
            assertThat(books().read(store(), Channel.SMS)).isEqualTo(Routing.RESTING);
            assertThat(books().changes(store(), Channel.SMS, 10)).isEmpty();
        }

        @Test
        void isReadAsItWasWritten() {
            var changes = List.of(change("a", 100, 50, 0), change("b", 100, 50, 0));
            var moved = Routing.RESTING.after(changes);

            assertThat(books().write(store(), Channel.SMS, moved, changes)).isTrue();
            assertThat(books().read(store(), Channel.SMS)).isEqualTo(moved);
            assertThat(books().read(store(), Channel.EMAIL)).isEqualTo(Routing.RESTING);
        }

        @Test
        void isWrittenByOneOfTwoWhoReadTheSame() {
            var one = List.of(change("a", 100, 50, 0));
            var other = List.of(change("a", 100, 50, 1));

            assertThat(books().write(store(), Channel.SMS, Routing.RESTING.after(one), one))
                    .isTrue();
            assertThat(books().write(store(), Channel.SMS, Routing.RESTING.after(other), other))
                    .isFalse();
            assertThat(books().changes(store(), Channel.SMS, 10)).isEqualTo(one);
        }
    }

    @Nested
    class Changes {

        @Test
        void areListedNewestFirst() {
            var first = List.of(change("a", 100, 50, 0));
            var second = List.of(change("a", 50, 0, 10));
            var once = Routing.RESTING.after(first);
            books().write(store(), Channel.SMS, once, first);
            books().write(store(), Channel.SMS, once.after(second), second);

            assertThat(books().changes(store(), Channel.SMS, 10)).containsExactly(second.getFirst(), first.getFirst());
            assertThat(books().changes(store(), Channel.SMS, 1)).isEqualTo(second);
            assertThat(books().changes(store(), Channel.EMAIL, 10)).isEmpty();
        }
    }
}
