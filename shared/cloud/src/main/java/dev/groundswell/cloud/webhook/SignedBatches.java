package dev.groundswell.cloud.webhook;

import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.event.HttpResponse;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.queue.JsonQueue;
import dev.groundswell.cloud.queue.JsonText;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.jr.ob.JSON;

/**
 * Takes batches of JSON objects in our own signed form: 202 with a receipt once everything is on the queue; otherwise why
 * nothing, or not all, is.
 */
public final class SignedBatches<S> {

    private final Door<S> door;
    private final Kind kind;
    private final Sender<S> sender;

    /**
     * Who may come in.
     *
     * @param signer  who signed a request, if anybody did
     * @param signers what they are called in the log
     * @param rule    what to tell whoever is not let in
     */
    public record Door<S>(Function<HttpRequest, Optional<S>> signer, String signers, String rule) {

        /** For whoever has the store's secret {@code orders}. */
        public static Door<StoreId> ofStores(SignedRequests requests) {
            return new Door<>(requests::signedBy, Platform.GROUNDSWELL.toString(), SignedRequests.RULE);
        }

        /** For a store's suppliers of messages, each with a secret of its own. */
        public static Door<SignedRequests.Supplier> ofProviders(SignedRequests requests) {
            return new Door<>(requests::signedByProvider, "providers", SignedRequests.PROVIDERS_RULE);
        }
    }

    /**
     * What the objects are called.
     *
     * @param one  within a sentence, e.g. {@code order change}
     * @param many the receipt's key, and part of what is logged, e.g. {@code changes}
     */
    public record Kind(String one, String many) {}

    /** The queue that they go to. */
    @FunctionalInterface
    public interface Sender<S> {

        /** @param objects at least one */
        JsonQueue.Outcome send(S signer, List<String> objects);
    }

    public SignedBatches(Door<S> door, Kind kind, Sender<S> sender) {
        this.door = door;
        this.kind = kind;
        this.sender = sender;
    }

    /** @throws StoreSecrets.UnavailableException if who signed cannot be told now; see {@link #orUnavailable} */
    public HttpResponse answer(HttpRequest request, FunctionLog log) {
        var signer = door.signer().apply(request);
        if (signer.isEmpty()) {
            log.warn("signature-refused", "platform", door.signers());
            return problem(401, door.rule());
        }
        try {
            return queued(signer.get(), JsonText.split(request.text()), log);
        } catch (JsonText.UnreadableException unreadable) {
            return problem(400, String.valueOf(unreadable.getMessage()));
        }
    }

    /** The answer, or 503 where nothing can be verified now. */
    public static HttpResponse orUnavailable(Supplier<HttpResponse> answer, FunctionLog log) {
        try {
            return answer.get();
        } catch (StoreSecrets.UnavailableException unavailable) {
            log.error("secrets-unavailable", unavailable);
            return problem(503, "Send it again: nothing can be verified now.");
        }
    }

    private HttpResponse queued(S signer, List<String> objects, FunctionLog log) {
        if (objects.isEmpty()) {
            return problem(400, "The body holds no " + kind.one() + ": send an array of them, or one object.");
        }
        return switch (sender.send(signer, objects)) {
            case JsonQueue.Outcome.Sent(var messages) -> receipt(objects.size(), messages);
            case JsonQueue.Outcome.TooLarge(var place) ->
                problem(
                        413,
                        "The body's " + kind.one() + " " + (place + 1) + " exceeds " + JsonQueue.MAX_MESSAGE_BYTES
                                + " bytes; nothing was taken.");
            case JsonQueue.Outcome.Unavailable(var cause) -> {
                log.error(kind.many() + "-not-queued", cause, "signer", signer);
                yield problem(
                        503,
                        "The " + kind.many()
                                + " could not all be queued. Send them again: what was taken twice counts once.");
            }
        };
    }

    private HttpResponse receipt(int objects, List<String> messages) {
        var receipt = new LinkedHashMap<String, Object>();
        receipt.put("receipt", messages.getFirst());
        receipt.put(kind.many(), objects);
        receipt.put("messages", messages);
        return HttpResponse.json(202, JSON.std.asString(receipt));
    }

    private static HttpResponse problem(int status, String message) {
        return HttpResponse.json(status, JSON.std.asString(Map.of("message", message)));
    }
}
