package dev.groundswell.core.webhook;

import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.StoreId;
import java.util.HashSet;
import java.util.Set;

/** {@link WebhookDeliveries} in memory, for tests. */
public final class WebhookDeliveriesInMemory implements WebhookDeliveries {

    private final Set<Remembered> all = new HashSet<>();

    private record Remembered(StoreId store, Platform platform, DeliveryMark mark) {}

    @Override
    public boolean isKnown(StoreId store, Platform platform, Set<DeliveryMark> marks) {
        return marks.stream().anyMatch(mark -> all.contains(new Remembered(store, platform, mark)));
    }

    @Override
    public void remember(StoreId store, Platform platform, Set<DeliveryMark> marks) {
        marks.forEach(mark -> all.add(new Remembered(store, platform, mark)));
    }
}
