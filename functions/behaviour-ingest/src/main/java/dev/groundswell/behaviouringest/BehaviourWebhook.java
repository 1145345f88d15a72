package dev.groundswell.behaviouringest;

import dev.groundswell.cloud.behaviour.BehaviourEventQueue;
import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.event.HttpResponse;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.order.OrderChangeQueue;
import dev.groundswell.cloud.order.OrderChangeText;
import dev.groundswell.cloud.webhook.SignedRequests;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.StoreId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** What the webhook answers: 202 with a receipt once everything is on the queue; otherwise why nothing, or not all, is. */
final class BehaviourWebhook {

    private final SignedRequests requests;
    private final BehaviourEventQueue queue;

    BehaviourWebhook(SignedRequests requests, BehaviourEventQueue queue) {
        this.requests = requests;
        this.queue = queue;
    }

    HttpResponse answer(HttpRequest request, FunctionLog log) {
        var store = requests.signedBy(request);
        if (store.isEmpty()) {
            log.warn("signature-refused", "platform", Platform.GROUNDSWELL);
            return problem(401, SignedRequests.RULE);
        }
        try {
            return queued(store.get(), OrderChangeText.split(request.text()), log);
        } catch (OrderChangeText.UnreadableException unreadable) {
            return problem(400, String.valueOf(unreadable.getMessage()));
        }
    }

    private HttpResponse queued(StoreId store, List<String> events, FunctionLog log) {
        if (events.isEmpty()) {
            return problem(400, "The body holds no event: send an array of them, or one object.");
        }
        return switch (queue.send(store, events)) {
            case OrderChangeQueue.Outcome.Sent(var messages) -> receipt(events.size(), messages);
            case OrderChangeQueue.Outcome.TooLarge(var place) ->
                problem(
                        413,
                        "Event " + (place + 1) + " of the body exceeds " + OrderChangeQueue.MAX_MESSAGE_BYTES
                                + " bytes; nothing was taken.");
            case OrderChangeQueue.Outcome.Unavailable(var cause) -> {
                log.error("events-not-queued", cause, "store", store);
                yield problem(
                        503, "The events could not all be queued. Send them again: what was taken twice counts once.");
            }
        };
    }

    private static HttpResponse receipt(int events, List<String> messages) {
        var receipt = new LinkedHashMap<String, Object>();
        receipt.put("receipt", messages.getFirst());
        receipt.put("events", events);
        receipt.put("messages", messages);
        return HttpResponse.json(202, JSON.std.asString(receipt));
    }

    private static HttpResponse problem(int status, String message) {
        return HttpResponse.json(status, JSON.std.asString(Map.of("message", message)));
    }
}
