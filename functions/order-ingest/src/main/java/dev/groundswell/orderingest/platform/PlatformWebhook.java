package dev.groundswell.orderingest.platform;

import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.event.HttpResponse;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.order.PlatformOrderQueue;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.webhook.DeliveryMark;
import dev.groundswell.core.webhook.VerifySignatures;
import dev.groundswell.core.webhook.WebhookDeliveries;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import tools.jackson.jr.ob.JSON;

/**
 * What a platform's webhook answers. A delivery goes straight to the queue, and only what the queue has taken is remembered:
 * a crash in between queues it twice, which counts once, and loses nothing.
 */
public final class PlatformWebhook {

    private static final String PREFIX = "/webhooks/";

    /** What is logged of a header that anybody can write. */
    private static final int MAX_TOPIC = 60;

    private final VerifySignatures signatures;
    private final WebhookDeliveries deliveries;
    private final PlatformOrderQueue queue;
    private final Map<String, PlatformRequests> platforms = new LinkedHashMap<>();

    public PlatformWebhook(
            VerifySignatures signatures, WebhookDeliveries deliveries, PlatformOrderQueue queue, InstantSource time) {
        this.signatures = signatures;
        this.deliveries = deliveries;
        this.queue = queue;
        List.of(new ShopifyRequests(), new WooCommerceRequests(), new TaobaoRequests(time))
                .forEach(requests -> platforms.put(requests.platform().key(), requests));
    }

    /** Whether the path is one of a platform's. */
    public static boolean takes(HttpRequest request) {
        return request.path().startsWith(PREFIX);
    }

    /** @throws dev.groundswell.core.store.StoreSecrets.UnavailableException if who signed cannot be told now */
    public HttpResponse answer(HttpRequest request, FunctionLog log) {
        var path = request.path().substring(PREFIX.length()).split("/", -1);
        var requests = platforms.get(path[0]);
        if (requests == null || path.length != 2) {
            return answer(404, "no such webhook", "The path is " + PREFIX + "<platform>/<store>.");
        }
        if (requests.isPing(request)) {
            return answer(200, "pong", "");
        }
        var store = path[1];
        if (!isSigned(store, requests, request)) {
            log.warn("signature-refused", "platform", requests.platform());
            return answer(401, "refused", "The signature is none of this store's and this platform's.");
        }
        return switch (requests.read(request)) {
            case Delivery.NotAnOrder(var topic) -> ignored(requests.platform(), topic, log);
            case Delivery.ForQueue(var body, var marks) ->
                take(new Taking(new StoreId(store), requests, marks, log), body);
        };
    }

    private boolean isSigned(String store, PlatformRequests requests, HttpRequest request) {
        return StoreId.isValid(store)
                && signatures.isSigned(
                        new StoreId(store), requests.platform(), secret -> requests.isSignedWith(request, secret));
    }

    private static HttpResponse ignored(Platform platform, String topic, FunctionLog log) {
        var logged = topic.substring(0, Math.min(topic.length(), MAX_TOPIC));
        log.warn("delivery-ignored", "platform", platform, "topic", logged);
        return answer(200, "ignored", "This topic brings no order.");
    }

    private record Taking(StoreId store, PlatformRequests requests, Set<DeliveryMark> marks, FunctionLog log) {

        Platform platform() {
            return requests.platform();
        }
    }

    private HttpResponse take(Taking taking, byte[] body) {
        if (isKnown(taking)) {
            taking.log().warn("delivery-repeated", "platform", taking.platform());
            return answer(200, "repeated", "");
        }
        var source = OrderSource.live(taking.platform().key());
        return switch (queue.send(taking.store(), source, taking.requests().format(), body)) {
            case PlatformOrderQueue.Outcome.Sent(var message) -> {
                remember(taking);
                yield answer(200, "queued", message);
            }
            case PlatformOrderQueue.Outcome.TooLarge() -> {
                taking.log().warn("delivery-too-large", "platform", taking.platform(), "bytes", body.length);
                yield answer(413, "too large", "The body fits no message of the queue, not even zipped.");
            }
            case PlatformOrderQueue.Outcome.Unavailable(var cause) -> {
                taking.log().error("changes-not-queued", cause, "store", taking.store());
                yield answer(503, "not queued", "Send it again.");
            }
        };
    }

    /** A memory that cannot be asked knows nothing: queued twice is better than lost. */
    private boolean isKnown(Taking taking) {
        try {
            return deliveries.isKnown(taking.store(), taking.platform(), taking.marks());
        } catch (SdkException unavailable) {
            taking.log().error("deliveries-not-read", unavailable, "store", taking.store());
            return false;
        }
    }

    /** The queue has it: whatever happens here, the platform need not send it again. */
    private void remember(Taking taking) {
        try {
            deliveries.remember(taking.store(), taking.platform(), taking.marks());
        } catch (SdkException unavailable) {
            taking.log().error("delivery-not-remembered", unavailable, "store", taking.store());
        }
    }

    /** Platforms look at the status only; the rest is for the people who read their logs. */
    private static HttpResponse answer(int status, String outcome, String message) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("outcome", outcome);
        if (!message.isEmpty()) {
            answer.put("message", message);
        }
        return HttpResponse.json(status, JSON.std.asString(answer));
    }
}
