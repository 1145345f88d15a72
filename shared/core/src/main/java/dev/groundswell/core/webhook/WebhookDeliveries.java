package dev.groundswell.core.webhook;

import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.StoreId;
import java.util.Set;

/** What platforms have delivered lately. */
public interface WebhookDeliveries {

    /**
     * Whether one of the marks is remembered. A delivery a moment ago may be missed: taken in twice, an order change counts
     * once.
     */
    boolean isKnown(StoreId store, Platform platform, Set<DeliveryMark> marks);

    /** Remembers the marks of a delivery that has been taken in, for longer than any platform repeats one. */
    void remember(StoreId store, Platform platform, Set<DeliveryMark> marks);
}
