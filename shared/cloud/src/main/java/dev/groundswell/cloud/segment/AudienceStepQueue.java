package dev.groundswell.cloud.segment;

import dev.groundswell.cloud.event.StoreMessage;
import dev.groundswell.cloud.queue.HintQueue;
import dev.groundswell.cloud.queue.StepFields;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.AudienceStep;
import dev.groundswell.core.segment.freeze.AudienceSteps;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.store.StoreId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queue {@code AudienceSteps}: {@code {"store":"demo","audience":"20261122T031205Z-5f3a9c1e","step":"RANGE","shard":3,
 * "range":0}}, or {@code "START"}, or {@code "EXPORT"} with its {@code format}.
 */
public final class AudienceStepQueue implements AudienceSteps {

    private static final String AUDIENCE = "audience";
    private static final String STEP = "step";
    private static final String FORMAT = "format";

    private final HintQueue queue;

    public AudienceStepQueue(SqsClient client, String url) {
        this.queue = new HintQueue(client, url);
    }

    /** A message. */
    public record Message(StoreId store, AudienceStep step) implements StoreMessage {

        /** Empty if it is not one of ours. */
        public static Optional<Message> read(String body) {
            return StepFields.read(body)
                    .flatMap(fields -> fields.text(AUDIENCE)
                            .filter(AudienceId::isValid)
                            .flatMap(id -> step(new AudienceId(id), fields))
                            .map(step -> new Message(fields.store(), step)));
        }

        private static Optional<AudienceStep> step(AudienceId id, StepFields fields) {
            return switch (fields.text(STEP).orElse("")) {
                case "START" -> Optional.of(new AudienceStep.Start(id));
                case "RANGE" -> RangeFields.read(fields).map(range -> new AudienceStep.Range(id, range));
                case "EXPORT" -> format(fields).map(format -> new AudienceStep.Export(id, format));
                default -> Optional.empty();
            };
        }

        private static Optional<ExportFormat> format(StepFields fields) {
            return fields.text(FORMAT)
                    .flatMap(name -> Arrays.stream(ExportFormat.values())
                            .filter(format -> format.name().equals(name))
                            .findFirst());
        }

        String body() {
            var fields = StepFields.of(store).with(AUDIENCE, step.audience().value());
            var whole = switch (step) {
                case AudienceStep.Start _ -> fields.with(STEP, "START");
                case AudienceStep.Range range -> RangeFields.write(fields.with(STEP, "RANGE"), range.range());
                case AudienceStep.Export export ->
                    fields.with(STEP, "EXPORT").with(FORMAT, export.format().name());
            };
            return whole.body();
        }
    }

    @Override
    public void wake(StoreId store, List<AudienceStep> steps) {
        queue.send(steps.stream().map(step -> new Message(store, step).body()).toList());
    }
}
