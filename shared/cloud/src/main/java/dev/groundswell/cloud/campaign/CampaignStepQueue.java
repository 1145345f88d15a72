package dev.groundswell.cloud.campaign;

import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignStep;
import dev.groundswell.core.campaign.CampaignSteps;
import dev.groundswell.core.campaign.ChunkKey;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * The queue {@code CampaignSteps}: {@code {"store":"demo","campaign":"20261111T000000Z-5f3a9c1e","step":"ADVANCE"}}, or {@code
 * "PLAN"} with a {@code shard} and {@code range}, or {@code "SEND"} with a {@code chunk}.
 */
public final class CampaignStepQueue implements CampaignSteps {

    /** SQS's own limit. */
    private static final int MAX_MESSAGES_A_CALL = 10;

    private final SqsClient client;
    private final String url;

    public CampaignStepQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /** A message. */
    public record Message(StoreId store, CampaignStep step) {

        /** Empty if it is not one of ours. */
        public static Optional<Message> read(String body) {
            try {
                var fields = JSON.std.mapFrom(body);
                return fields.get("store") instanceof String store
                                && StoreId.isValid(store)
                                && fields.get("campaign") instanceof String id
                                && CampaignId.isValid(id)
                        ? step(new CampaignId(id), fields).map(step -> new Message(new StoreId(store), step))
                        : Optional.empty();
            } catch (JacksonException notJson) {
                return Optional.empty();
            }
        }

        private static Optional<CampaignStep> step(CampaignId id, Map<String, Object> fields) {
            return switch (String.valueOf(fields.get("step"))) {
                case "ADVANCE" -> Optional.of(new CampaignStep.Advance(id));
                case "PLAN" -> range(fields).map(range -> new CampaignStep.Plan(id, range));
                case "SEND" ->
                    ChunkKey.parse(String.valueOf(fields.get("chunk"))).map(chunk -> new CampaignStep.Send(id, chunk));
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

        String body() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("store", store.value());
            fields.put("campaign", step.campaign().value());
            switch (step) {
                case CampaignStep.Advance _ -> fields.put("step", "ADVANCE");
                case CampaignStep.Plan plan -> {
                    fields.put("step", "PLAN");
                    fields.put("shard", plan.range().shard());
                    fields.put("range", plan.range().number());
                }
                case CampaignStep.Send send -> {
                    fields.put("step", "SEND");
                    fields.put("chunk", send.chunk().toString());
                }
            }
            return JSON.std.asString(fields);
        }
    }

    @Override
    public void wake(StoreId store, List<? extends CampaignStep> steps, Duration delay) {
        for (var from = 0; from < steps.size(); from += MAX_MESSAGES_A_CALL) {
            send(store, steps.subList(from, Math.min(steps.size(), from + MAX_MESSAGES_A_CALL)), delay);
        }
    }

    private void send(StoreId store, List<? extends CampaignStep> steps, Duration delay) {
        var entries = IntStream.range(0, steps.size())
                .mapToObj(place -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(place))
                        .delaySeconds((int) delay.toSeconds())
                        .messageBody(new Message(store, steps.get(place)).body())
                        .build())
                .toList();
        var answer = client.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
        if (!answer.failed().isEmpty()) {
            throw SdkException.create(
                    "SQS refused " + answer.failed().size() + " of " + entries.size() + " messages, the first for: "
                            + answer.failed().getFirst().message(),
                    null);
        }
    }
}
