package dev.groundswell.cloud.history;

import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportSteps;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The queue {@code ImportSteps}: {@code {"store":"demo","import":"20261122T031205Z-5f3a9c1e","step":3}}. */
public final class ImportStepQueue implements ImportSteps {

    private final SqsClient client;
    private final String url;

    public ImportStepQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /** A message. */
    public record Step(StoreId store, ImportId id, int number) {

        /** Empty if it is not one of ours. */
        public static Optional<Step> read(String body) {
            try {
                var step = JSON.std.mapFrom(body);
                return step.get("store") instanceof String store
                                && StoreId.isValid(store)
                                && step.get("import") instanceof String id
                                && ImportId.isValid(id)
                                && step.get("step") instanceof Integer number
                        ? Optional.of(new Step(new StoreId(store), new ImportId(id), number))
                        : Optional.empty();
            } catch (JacksonException notJson) {
                return Optional.empty();
            }
        }

        String body() {
            return JSON.std.asString(Map.of("store", store.value(), "import", id.value(), "step", number));
        }
    }

    @Override
    public void wake(StoreId store, ImportId id, int step, Duration delay) {
        client.sendMessage(send -> send.queueUrl(url)
                .messageBody(new Step(store, id, step).body())
                .delaySeconds((int) Math.ceilDiv(delay.toMillis(), 1000)));
    }
}
