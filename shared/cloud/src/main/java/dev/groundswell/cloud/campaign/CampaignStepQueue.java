package dev.groundswell.cloud.campaign;

import dev.groundswell.cloud.event.StoreMessage;
import dev.groundswell.cloud.queue.HintQueue;
import dev.groundswell.cloud.queue.StepFields;
import dev.groundswell.cloud.segment.RangeFields;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignStep;
import dev.groundswell.core.campaign.CampaignSteps;
import dev.groundswell.core.campaign.ChunkKey;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queue {@code CampaignSteps}: {@code {"store":"demo","campaign":"20261111T000000Z-5f3a9c1e","step":"ADVANCE"}}, or {@code
 * "PLAN"} with a {@code shard} and {@code range}, {@code "SEND"} with a {@code chunk}, or {@code "TEST"} with {@code addresses}.
 */
public final class CampaignStepQueue implements CampaignSteps {

    private static final String CAMPAIGN = "campaign";
    private static final String STEP = "step";
    private static final String CHUNK = "chunk";
    private static final String MESSAGE = "message";
    private static final String TEST = "test";
    private static final String ADDRESSES = "addresses";

    private final HintQueue queue;

    public CampaignStepQueue(SqsClient client, String url) {
        this.queue = new HintQueue(client, url);
    }

    /** A message. */
    public record Message(StoreId store, CampaignStep step) implements StoreMessage {

        /** Empty if it is not one of ours. */
        public static Optional<Message> read(String body) {
            return StepFields.read(body)
                    .flatMap(fields -> fields.text(CAMPAIGN)
                            .filter(CampaignId::isValid)
                            .flatMap(id -> step(new CampaignId(id), fields))
                            .map(step -> new Message(fields.store(), step)));
        }

        private static Optional<CampaignStep> step(CampaignId id, StepFields fields) {
            return switch (fields.text(STEP).orElse("")) {
                case "ADVANCE" -> Optional.of(new CampaignStep.Advance(id));
                case "PLAN" -> RangeFields.read(fields).map(range -> new CampaignStep.Plan(id, range));
                case "SEND" ->
                    fields.text(CHUNK).flatMap(ChunkKey::parse).map(chunk -> new CampaignStep.Send(id, chunk));
                case "TEST" -> test(id, fields);
                case "RESEND" ->
                    fields.text(MESSAGE).flatMap(MessageId::parse).map(message -> new CampaignStep.Resend(id, message));
                default -> Optional.empty();
            };
        }

        private static Optional<CampaignStep> test(CampaignId id, StepFields fields) {
            try {
                var addresses =
                        fields.texts(ADDRESSES).stream().map(Message::address).toList();
                return fields.text(TEST).map(test -> new CampaignStep.Test(id, test, addresses));
            } catch (IllegalArgumentException noAddress) {
                return Optional.empty();
            }
        }

        private static Address address(String text) {
            return Address.of(text.startsWith("+") ? Channel.SMS : Channel.EMAIL, text);
        }

        String body() {
            var fields = StepFields.of(store).with(CAMPAIGN, step.campaign().value());
            var whole = switch (step) {
                case CampaignStep.Advance _ -> fields.with(STEP, "ADVANCE");
                case CampaignStep.Plan plan -> RangeFields.write(fields.with(STEP, "PLAN"), plan.range());
                case CampaignStep.Send send ->
                    fields.with(STEP, "SEND").with(CHUNK, send.chunk().toString());
                case CampaignStep.Resend resend ->
                    fields.with(STEP, "RESEND").with(MESSAGE, resend.message().toString());
                case CampaignStep.Test test ->
                    fields.with(STEP, "TEST")
                            .with(TEST, test.test())
                            .with(
                                    ADDRESSES,
                                    test.addresses().stream().map(Address::text).toList());
            };
            return whole.body();
        }
    }

    @Override
    public void wake(StoreId store, List<? extends CampaignStep> steps, Duration delay) {
        queue.send(steps.stream().map(step -> new Message(store, step).body()).toList(), delay);
    }
}
