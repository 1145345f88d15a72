package dev.groundswell.orderingest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.order.PlatformOrderQueue;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.RememberedSecrets;
import dev.groundswell.core.store.SecretsInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecret;
import dev.groundswell.core.store.StoresInMemory;
import dev.groundswell.core.webhook.VerifySignatures;
import dev.groundswell.core.webhook.WebhookDeliveriesInMemory;
import dev.groundswell.core.webhook.WebhookSignature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Requests that nobody would send. */
class PlatformWebhookProperties {

    private static final StoreId DEMO = new StoreId("demo");
    private static final String SECRET = "secret";

    private final CountingQueue sqs = new CountingQueue();
    private final PlatformWebhook webhook = webhook();

    private PlatformWebhook webhook() {
        var stores = new StoresInMemory();
        stores.save(new Store(DEMO, "Demo", Currency.getInstance("CNY"), ZoneOffset.UTC));
        var secrets = new SecretsInMemory();
        secrets.put(
                DEMO,
                StoreSecret.of(Platform.SHOPIFY, SECRET)
                        .and(Platform.WOOCOMMERCE, SECRET)
                        .and(Platform.TAOBAO, SECRET));
        var time = Instant.parse("2026-06-18T00:00:00Z");
        return new PlatformWebhook(
                new VerifySignatures(stores, new RememberedSecrets(secrets, () -> time)),
                new WebhookDeliveriesInMemory(),
                new PlatformOrderQueue(sqs, "http://queue"),
                () -> time);
    }

    private int statusOf(String path, Map<String, String> query, Map<String, String> headers, byte[] body) {
        var request = new HttpRequest("POST", path, "", query, headers, body, Map.of());
        return webhook.answer(request, new FunctionLog(new TestContext())).status();
    }

    @Property(tries = 500)
    void withoutASecretNothingIsQueued(
            @ForAll Platform platform,
            @ForAll String signature,
            @ForAll @StringLength(max = 40) String written,
            @ForAll @Size(max = 200) byte[] body) {
        var headers = Map.of(
                "x-shopify-hmac-sha256",
                signature,
                "x-wc-webhook-signature",
                signature,
                "x-shopify-topic",
                "orders/create",
                "x-wc-webhook-topic",
                "order.created",
                "content-type",
                body.length % 2 == 0 ? "application/x-www-form-urlencoded" : written);
        var query = Map.of("sign", signature, "sign_method", written, "timestamp", written, written, signature);

        assertThat(statusOf("/webhooks/" + platform + "/demo", query, headers, body))
                .isIn(401, 404);
        assertThat(sqs.messages).isZero();
    }

    @Property(tries = 300)
    void noPathIsTooStrange(@ForAll @StringLength(max = 60) String path) {
        assertThat(statusOf("/webhooks/" + path, Map.of(), Map.of(), new byte[0]))
                .isIn(401, 404);
        assertThat(statusOf("/webhooks/shopify/" + path, Map.of(), Map.of(), new byte[0]))
                .isIn(401, 404);
    }

    @Property(tries = 500)
    void whateverIsSignedIsTakenOnce(@ForAll @Size(min = 1, max = 500) byte[] body, @ForAll String id) {
        var headers = new HashMap<>(Map.of(
                "x-shopify-topic", "orders/updated", "x-shopify-hmac-sha256", WebhookSignature.sign(body, SECRET)));
        headers.put("x-shopify-webhook-id", id);
        statusOf("/webhooks/shopify/demo", Map.of(), headers, body);
        var before = sqs.messages;

        assertThat(statusOf("/webhooks/shopify/demo", Map.of(), headers, body)).isEqualTo(200);
        assertThat(sqs.messages).isEqualTo(before);
    }

    @Property(tries = 300)
    void aFlippedBitIsRefused(@ForAll @Size(min = 1, max = 300) byte[] body, @ForAll int place, @ForAll int bit) {
        var signature = WebhookSignature.sign(body, SECRET);
        var flipped = body.clone();
        flipped[Math.floorMod(place, body.length)] ^= (byte) (1 << Math.floorMod(bit, 8));
        var headers = Map.of("x-wc-webhook-topic", "order.updated", "x-wc-webhook-signature", signature);

        assertThat(statusOf("/webhooks/woocommerce/demo", Map.of(), headers, flipped))
                .isEqualTo(401);
    }

    /** Takes every message, and counts them. */
    private static final class CountingQueue implements SqsClient {

        private int messages;

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            messages++;
            return SendMessageResponse.builder().messageId("1").build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
