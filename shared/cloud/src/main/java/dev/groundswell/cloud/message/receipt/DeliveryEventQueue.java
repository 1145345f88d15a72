package dev.groundswell.cloud.message.receipt;

import dev.groundswell.cloud.queue.JsonQueue;
import dev.groundswell.core.link.LinkCode;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.jr.ob.JSON;

/** The queue {@code DeliveryEvents}: events of providers as they came, and clicks on short links. */
public final class DeliveryEventQueue {

    /** Of a few hundred bytes each, so that they fit one message, and are soon worked through. */
    private static final int LOGGED_A_MESSAGE = 200;

    /** The message attribute that names who signed what it tells, where it was a supplier of the store's. */
    public static final String PROVIDER = "provider";

    private static final String CLICKED = "clicked";
    private static final String AT = "at";

    private final SqsClient client;
    private final String url;
    private final JsonQueue queue;

    public DeliveryEventQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
        this.queue = new JsonQueue(client, url);
    }

    /**
     * Events that were logged without telling whose they are.
     *
     * @param events JSON objects
     * @throws software.amazon.awssdk.core.exception.SdkException if not all of them could be sent
     */
    public void sendLogged(List<String> events) {
        for (var from = 0; from < events.size(); from += LOGGED_A_MESSAGE) {
            var some = events.subList(from, Math.min(events.size(), from + LOGGED_A_MESSAGE));
            client.sendMessage(send -> send.queueUrl(url).messageBody("[" + String.join(",", some) + "]"));
        }
    }

    /**
     * What a supplier of the store's signed.
     *
     * @param events JSON objects, at least one
     */
    public JsonQueue.Outcome send(StoreId store, ProviderId provider, List<String> events) {
        return queue.send(store, Map.of(PROVIDER, provider.value()), events);
    }

    public JsonQueue.Outcome send(StoreId store, Click click) {
        return queue.send(
                store,
                Map.of(),
                List.of(JSON.std.asString(
                        Map.of(CLICKED, click.code().value(), AT, click.at().toString()))));
    }

    /** That a person followed a short link. */
    public record Click(LinkCode code, Instant at) {

        /** Empty if the values are of something else. */
        public static Optional<Click> of(Map<String, Object> values) {
            return values.get(CLICKED) instanceof String code && values.get(AT) instanceof String at
                    ? LinkCode.parse(code).map(parsed -> new Click(parsed, Instant.parse(at)))
                    : Optional.empty();
        }
    }
}
