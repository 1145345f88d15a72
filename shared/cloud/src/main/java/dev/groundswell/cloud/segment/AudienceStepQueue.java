package dev.groundswell.cloud.segment;

import dev.groundswell.cloud.queue.HintQueue;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.AudienceStep;
import dev.groundswell.core.segment.freeze.AudienceSteps;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.store.StoreId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * The queue {@code AudienceSteps}: {@code {"store":"demo","audience":"20261122T031205Z-5f3a9c1e","step":"RANGE","shard":3,
 * "range":0}}, or {@code "START"}, or {@code "EXPORT"} with its {@code format}.
 */
public final class AudienceStepQueue implements AudienceSteps {

    private final HintQueue queue;

    public AudienceStepQueue(SqsClient client, String url) {
        this.queue = new HintQueue(client, url);
    }

    /** A message. */
    public record Message(StoreId store, AudienceStep step) {

        /** Empty if it is not one of ours. */
        public static Optional<Message> read(String body) {
            try {
                var fields = JSON.std.mapFrom(body);
                return fields.get("store") instanceof String store
                                && StoreId.isValid(store)
                                && fields.get("audience") instanceof String id
                                && AudienceId.isValid(id)
                        ? step(new AudienceId(id), fields).map(step -> new Message(new StoreId(store), step))
                        : Optional.empty();
            } catch (JacksonException notJson) {
                return Optional.empty();
            }
        }

        private static Optional<AudienceStep> step(AudienceId id, Map<String, Object> fields) {
            return switch (String.valueOf(fields.get("step"))) {
                case "START" -> Optional.of(new AudienceStep.Start(id));
                case "RANGE" -> range(fields).map(range -> new AudienceStep.Range(id, range));
                case "EXPORT" -> format(fields).map(format -> new AudienceStep.Export(id, format));
                default -> Optional.empty();
            };
        }

        private static Optional<RangeId> range(Map<String, Object> fields) {
            return fields.get("shard") instanceof Integer shard
                            && fields.get("range") instanceof Integer number
                            && RangeId.isValid(shard, number)
                    ? Optional.of(new RangeId(shard, number))
                    : Optional.empty();
        }

        private static Optional<ExportFormat> format(Map<String, Object> fields) {
            return Arrays.stream(ExportFormat.values())
                    .filter(format -> format.name().equals(fields.get("format")))
                    .findFirst();
        }

        String body() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("store", store.value());
            fields.put("audience", step.audience().value());
            switch (step) {
                case AudienceStep.Start _ -> fields.put("step", "START");
                case AudienceStep.Range range -> {
                    fields.put("step", "RANGE");
                    fields.put("shard", range.range().shard());
                    fields.put("range", range.range().number());
                }
                case AudienceStep.Export export -> {
                    fields.put("step", "EXPORT");
                    fields.put("format", export.format().name());
                }
            }
            return JSON.std.asString(fields);
        }
    }

    @Override
    public void wake(StoreId store, List<AudienceStep> steps) {
        queue.send(steps.stream().map(step -> new Message(store, step).body()).toList());
    }
}
