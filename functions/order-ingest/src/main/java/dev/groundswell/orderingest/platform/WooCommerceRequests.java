package dev.groundswell.orderingest.platform;

import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.webhook.DeliveryMark;
import dev.groundswell.core.webhook.WebhookSignature;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * WooCommerce's webhooks. Only the body is signed. It does not send again what failed, and stops sending after six failures
 * in a row.
 *
 * <p>Its {@code X-WC-Webhook-Delivery-ID} is a hash of the webhook and the second: two orders of one second have the same
 * one, so it says nothing, and the body alone tells a repetition.
 *
 * @see <a href="https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/includes/class-wc-webhook.php">its code</a>
 */
record WooCommerceRequests() implements PlatformRequests {

    private static final String SIGNATURE = "X-WC-Webhook-Signature";
    private static final String TOPIC = "X-WC-Webhook-Topic";

    /** Those whose body is an order; that of {@code order.deleted} is an id. */
    private static final Set<String> TOPICS = Set.of("order.created", "order.updated", "order.restored");

    /** Sent when a webhook is created; no status but 200 will do. */
    private static final Pattern PING = Pattern.compile("webhook_id=[0-9]{1,20}");

    /** A ping is shorter: nothing else is turned into text before its signature is seen. */
    private static final int MAX_PING_BYTES = 40;

    @Override
    public Platform platform() {
        return Platform.WOOCOMMERCE;
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.WOOCOMMERCE;
    }

    @Override
    public boolean isPing(HttpRequest request) {
        return request.header(SIGNATURE).isEmpty()
                && request.body().length <= MAX_PING_BYTES
                && PING.matcher(request.text().strip()).matches();
    }

    @Override
    public boolean isSignedWith(HttpRequest request, String secret) {
        return WebhookSignature.isValid(
                request.body(), request.header(SIGNATURE).orElse(""), secret);
    }

    @Override
    public Delivery read(HttpRequest request) {
        var topic = request.header(TOPIC).orElse("");
        return TOPICS.contains(topic)
                ? new Delivery.ForQueue(request.body(), Set.of(DeliveryMark.ofBody(request.body())))
                : new Delivery.NotAnOrder(topic);
    }
}
