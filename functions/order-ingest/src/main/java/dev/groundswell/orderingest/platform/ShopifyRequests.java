package dev.groundswell.orderingest.platform;

import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.webhook.DeliveryMark;
import dev.groundswell.core.webhook.WebhookSignature;
import java.util.HashSet;
import java.util.Set;

/**
 * Shopify's webhooks. Only the body is signed; a retry brings the original body and the same id.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/verify-deliveries">signature and ids</a>
 * @see <a href="https://shopify.dev/changelog/updates-to-webhook-retry-mechanism">retries</a>
 */
record ShopifyRequests() implements PlatformRequests {

    private static final String SIGNATURE = "X-Shopify-Hmac-Sha256";
    private static final String TOPIC = "X-Shopify-Topic";

    /** Of this delivery to this subscription. {@code X-Shopify-Event-Id} is the same for several topics of one event. */
    private static final String DELIVERY_ID = "X-Shopify-Webhook-Id";

    /**
     * Those whose body is an order. A refund comes as {@code orders/updated} too, with the order's refunds; the body of {@code
     * refunds/create} is the refund alone. That of {@code orders/delete} is an id, that of {@code orders/edited} an edit.
     */
    private static final Set<String> TOPICS = Set.of(
            "orders/create",
            "orders/updated",
            "orders/paid",
            "orders/cancelled",
            "orders/fulfilled",
            "orders/partially_fulfilled");

    @Override
    public Platform platform() {
        return Platform.SHOPIFY;
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.SHOPIFY;
    }

    @Override
    public boolean isSignedWith(HttpRequest request, String secret) {
        return WebhookSignature.isValid(
                request.body(), request.header(SIGNATURE).orElse(""), secret);
    }

    @Override
    public Delivery read(HttpRequest request) {
        var topic = request.header(TOPIC).orElse("");
        if (!TOPICS.contains(topic)) {
            return new Delivery.NotAnOrder(topic);
        }
        var marks = new HashSet<DeliveryMark>();
        marks.add(DeliveryMark.ofBody(request.body()));
        request.header(DELIVERY_ID)
                .filter(id -> !id.isBlank())
                .map(DeliveryMark::ofId)
                .ifPresent(marks::add);
        return new Delivery.ForQueue(request.body(), marks);
    }
}
