package dev.groundswell.cloud.campaign;

import dev.groundswell.cloud.queue.HintQueue;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignStep;
import dev.groundswell.core.campaign.CampaignSteps;
import dev.groundswell.core.campaign.ChunkKey;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * The queue {@code CampaignSteps}: {@code {"store":"demo","campaign":"20261111T000000Z-5f3a9c1e","step":"ADVANCE"}}, or {@code
 * "PLAN"} with a {@code shard} and {@code range}, {@code "SEND"} with a {@code chunk}, or {@code "TEST"} with {@code addresses}.
 */
public final class CampaignStepQueue implements CampaignSteps {

    private final HintQueue queue;

    public CampaignStepQueue(SqsClient client, String url) {
        this.queue = new HintQueue(client, url);
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
                case "TEST" -> test(id, fields);
                case "RESEND" ->
                    MessageId.parse(String.valueOf(fields.get("message")))
                            .map(message -> new CampaignStep.Resend(id, message));
                default -> Optional.empty();
            };
        }

        private static Optional<CampaignStep> test(CampaignId id, Map<String, Object> fields) {
            try {
                return fields.get("test") instanceof String test && fields.get("addresses") instanceof List<?> addresses
                        ? Optional.of(new CampaignStep.Test(
                                id,
                                test,
                                addresses.stream().map(Message::address).toList()))
                        : Optional.empty();
            } catch (IllegalArgumentException noAddress) {
                return Optional.empty();
            }
        }

        private static Address address(Object text) {
            var address = String.valueOf(text);
            return Address.of(address.startsWith("+") ? Channel.SMS : Channel.EMAIL, address);
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
                case CampaignStep.Resend resend -> {
                    fields.put("step", "RESEND");
                    fields.put("message", resend.message().toString());
                }
                case CampaignStep.Test test -> {
                    fields.put("step", "TEST");
                    fields.put("test", test.test());
                    fields.put(
                            "addresses",
                            test.addresses().stream().map(Address::text).toList());
                }
            }
            return JSON.std.asString(fields);
        }
    }

    @Override
    public void wake(StoreId store, List<? extends CampaignStep> steps, Duration delay) {
        queue.send(steps.stream().map(step -> new Message(store, step).body()).toList(), delay);
    }
}
