package dev.groundswell.core.reminder.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link ShardLeases} does, whatever keeps them. */
public abstract class ShardLeasesContract {

    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");

    protected abstract ShardLeases leases();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private boolean take(int shard, String owner, int second) {
        var now = NOON.plusSeconds(second);
        return leases().take(store(), shard, owner, now, now.plusSeconds(60));
    }

    @Test
    void aShardIsOneOwners() {
        assertThat(take(3, "one", 0)).isTrue();
        assertThat(take(3, "other", 1)).isFalse();
        assertThat(take(4, "other", 1)).isTrue();
        assertThat(leases().take(new StoreId(store() + "-2"), 3, "other", NOON, NOON.plusSeconds(60)))
                .isTrue();
    }

    @Test
    void itsOwnerKeepsItByTakingItAgain() {
        take(3, "one", 0);

        assertThat(take(3, "one", 30)).isTrue();
        assertThat(take(3, "other", 89)).isFalse();
    }

    @Test
    void itIsAnybodysOnceItsTimeIsOver() {
        take(3, "one", 0);

        assertThat(take(3, "other", 60)).isTrue();
        assertThat(take(3, "one", 61)).isFalse();
    }

    @Test
    void itIsAnybodysAfterTheClockWentBack() {
        take(3, "one", 0);

        assertThat(take(3, "other", -1)).isTrue();
    }

    @Test
    void itIsAnybodysOnceItIsGivenBack() {
        take(3, "one", 0);
        leases().release(store(), 3, "other");
        assertThat(take(3, "other", 1)).isFalse();

        leases().release(store(), 3, "one");
        leases().release(store(), 3, "one");

        assertThat(take(3, "other", 1)).isTrue();
    }
}
