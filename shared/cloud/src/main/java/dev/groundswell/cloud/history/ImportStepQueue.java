package dev.groundswell.cloud.history;

import dev.groundswell.cloud.event.StoreMessage;
import dev.groundswell.cloud.queue.StepFields;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportSteps;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue {@code ImportSteps}: {@code {"store":"demo","import":"20261122T031205Z-5f3a9c1e","step":3}}. */
public final class ImportStepQueue implements ImportSteps {

    private static final String IMPORT = "import";
    private static final String STEP = "step";

    private final SqsClient client;
    private final String url;

    public ImportStepQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /** A message. */
    public record Step(StoreId store, ImportId id, int number) implements StoreMessage {

        /** Empty if it is not one of ours. */
        public static Optional<Step> read(String body) {
            return StepFields.read(body)
                    .flatMap(fields -> fields.text(IMPORT)
                            .filter(ImportId::isValid)
                            .flatMap(id -> fields.number(STEP)
                                    .map(number -> new Step(fields.store(), new ImportId(id), number))));
        }

        String body() {
            return StepFields.of(store)
                    .with(IMPORT, id.value())
                    .with(STEP, number)
                    .body();
        }
    }

    @Override
    public void wake(StoreId store, ImportId id, int step, Duration delay) {
        client.sendMessage(send -> send.queueUrl(url)
                .messageBody(new Step(store, id, step).body())
                .delaySeconds((int) Math.ceilDiv(delay.toMillis(), 1000)));
    }
}
