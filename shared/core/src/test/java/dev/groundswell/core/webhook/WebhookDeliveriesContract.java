package dev.groundswell.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every memory of deliveries does. */
public abstract class WebhookDeliveriesContract {

    private final StoreId store = new StoreId(UUID.randomUUID().toString());
    private final DeliveryMark id = DeliveryMark.ofId("b54557e4-bdd9-4b37-8a5f-bf7d70bcd043");
    private final DeliveryMark body = DeliveryMark.ofBody("{\"id\":1}".getBytes(StandardCharsets.UTF_8));

    protected abstract WebhookDeliveries deliveries();

    @Test
    void aDeliveryIsNewUntilItIsRemembered() {
        assertThat(deliveries().isKnown(store, Platform.SHOPIFY, Set.of(id, body)))
                .isFalse();

        deliveries().remember(store, Platform.SHOPIFY, Set.of(id, body));

        assertThat(deliveries().isKnown(store, Platform.SHOPIFY, Set.of(id, body)))
                .isTrue();
    }

    @Test
    void anyOfItsMarksIsEnough() {
        deliveries().remember(store, Platform.SHOPIFY, Set.of(id, body));
        var another = DeliveryMark.ofId("another");

        assertThat(deliveries().isKnown(store, Platform.SHOPIFY, Set.of(another, body)))
                .isTrue();
        assertThat(deliveries().isKnown(store, Platform.SHOPIFY, Set.of(id))).isTrue();
        assertThat(deliveries().isKnown(store, Platform.SHOPIFY, Set.of(another)))
                .isFalse();
    }

    @Test
    void itIsOfOneStoreAndOnePlatform() {
        deliveries().remember(store, Platform.SHOPIFY, Set.of(id));

        assertThat(deliveries().isKnown(store, Platform.WOOCOMMERCE, Set.of(id)))
                .isFalse();
        assertThat(deliveries().isKnown(new StoreId("other"), Platform.SHOPIFY, Set.of(id)))
                .isFalse();
    }

    @Test
    void anIdOfAnyLengthIsAMark() {
        var long1 = DeliveryMark.ofId("x".repeat(5_000) + "1");
        var long2 = DeliveryMark.ofId("x".repeat(5_000) + "2");
        deliveries().remember(store, Platform.TAOBAO, Set.of(long1));

        assertThat(deliveries().isKnown(store, Platform.TAOBAO, Set.of(long1))).isTrue();
        assertThat(deliveries().isKnown(store, Platform.TAOBAO, Set.of(long2))).isFalse();
    }
}
