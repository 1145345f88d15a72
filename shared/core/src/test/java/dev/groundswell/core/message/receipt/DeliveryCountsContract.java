package dev.groundswell.core.message.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link DeliveryCounts} do. */
public abstract class DeliveryCountsContract {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 11);

    protected abstract DeliveryCounts counts();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    @Test
    void areOfOneStoreAndDayAndEveryWorker() {
        var mobile = new DeliveryCount("p1", "China Mobile", 98, 2);
        var unknown = new DeliveryCount("p1", "", 1, 0);

        counts().note(store(), DAY, "a", 1, List.of(mobile, unknown));
        counts().note(store(), DAY, "b", 1, List.of(mobile));
        counts().note(store(), DAY.plusDays(1), "a", 1, List.of(unknown));
        counts().note(new StoreId("another"), DAY, "c", 1, List.of(unknown));

        assertThat(counts().of(store(), DAY)).containsExactlyInAnyOrder(mobile, unknown, mobile);
        assertThat(counts().of(store(), DAY.minusDays(1))).isEmpty();
    }

    @Test
    void ofAWorkerAreReplacedByItsNextOnes() {
        counts().note(store(), DAY, "a", 1, List.of(new DeliveryCount("p1", "QQ", 1, 0)));
        counts().note(store(), DAY, "a", 1, List.of(new DeliveryCount("p1", "QQ", 5, 1)));
        counts().note(store(), DAY, "a", 1, List.of(new DeliveryCount("p1", "QQ", 5, 1)));

        assertThat(counts().of(store(), DAY)).containsExactly(new DeliveryCount("p1", "QQ", 5, 1));
    }

    @Test
    void sayUpToWhichBatchAWorkerHasNotedThem() {
        counts().note(store(), DAY, "a", 7, List.of(new DeliveryCount("p1", "QQ", 1, 0)));

        assertThat(counts().notedUpTo(store(), DAY, "a")).isEqualTo(7);
        assertThat(counts().notedUpTo(store(), DAY, "b")).isZero();
        assertThat(counts().notedUpTo(store(), DAY.plusDays(1), "a")).isZero();
    }
}
