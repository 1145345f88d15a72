package dev.groundswell.bulksend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.campaign.CampaignStepQueue;
import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.message.text.MessageSettingsTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.campaign.ACampaign;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignStatus;
import dev.groundswell.core.campaign.SaveCampaign;
import dev.groundswell.core.campaign.ScheduleCampaign;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.jr.ob.JSON;

class CampaignHandlersTest {

    private static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private Instant now = Instant.parse("2026-11-11T04:00:00Z");
    private final FunctionEnvironment environment = new FunctionEnvironment(
            Map.ofEntries(
                    Map.entry("STORES_TABLE", aws.table("Stores")),
                    Map.entry("ORDERS_TABLE", aws.table("Orders")),
                    Map.entry("FROZEN_AUDIENCES_TABLE", aws.table("FrozenAudiences")),
                    Map.entry("AUDIENCE_STEPS_QUEUE", aws.queue("AudienceSteps")),
                    Map.entry("MESSAGES_TABLE", aws.table("Messages")),
                    Map.entry("CHANNELS_TABLE", aws.table("Channels")),
                    Map.entry("WALLETS_TABLE", aws.table("Wallets")),
                    Map.entry("LINKS_TABLE", aws.table("Links")),
                    Map.entry("CAMPAIGNS_TABLE", aws.table("Campaigns")),
                    Map.entry("CAMPAIGN_STEPS_QUEUE", aws.queue("CampaignSteps")),
                    Map.entry("SECRETS_PREFIX", "test"),
                    Map.entry("LINK_ORIGIN", "https://go.example.com")),
            () -> now,
            aws.clients());
    private final TestContext context = new TestContext();
    private final CampaignTable campaigns = new CampaignTable(aws.clients().dynamoDb(), aws.table("Campaigns"));
    private final RequestStreamHandler send = new CampaignSendHandler(environment, new Random(1));
    private final RequestStreamHandler watch = new CampaignWatchHandler(environment);

    @BeforeAll
    static void create() {
        aws.createTables(
                "Stores", "Orders", "FrozenAudiences", "Messages", "Channels", "Wallets", "Links", "Campaigns");
        aws.createQueues("AudienceSteps", "CampaignSteps");
        new StoreTable(aws.clients().dynamoDb(), aws.table("Stores")).save(STORE);
    }

    private CampaignId scheduledFor(String storeTime) {
        var settings = new MessageSettingsTable(aws.clients().dynamoDb(), aws.table("Channels"));
        var queue = new CampaignStepQueue(aws.clients().sqs(), aws.queue("CampaignSteps"));
        var request = new SaveCampaign.Request(
                null, null, ACampaign.sms("【秋季】Hello").at(storeTime).settings(), "tester");
        var saved = (SaveCampaign.Result.Saved)
                new SaveCampaign(campaigns, settings, environment.time(), new Random(2)).save(STORE, request);
        var id = saved.campaign().id();
        new ScheduleCampaign(campaigns, queue, settings, environment.time()).schedule(STORE, id);
        return id;
    }

    private CampaignStatus status(CampaignId id) {
        return campaigns.find(STORE.id(), id).orElseThrow().status();
    }

    private String handle(RequestStreamHandler handler, String event) {
        var answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, context);
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
        return answer.toString(UTF_8);
    }

    private static String event(String body) {
        return JSON.std.asString(Map.of("Records", List.of(Map.of("messageId", "m1", "body", body))));
    }

    /** Hands over whatever waits on the queue of steps. */
    private void deliver() {
        received("CampaignSteps").forEach(message -> handle(send, event(message.body())));
    }

    private static List<Message> received(String queue) {
        var sqs = aws.clients().sqs();
        var some = sqs.receiveMessage(
                        receive -> receive.queueUrl(aws.queue(queue)).maxNumberOfMessages(10))
                .messages();
        some.forEach(message ->
                sqs.deleteMessage(delete -> delete.queueUrl(aws.queue(queue)).receiptHandle(message.receiptHandle())));
        return some;
    }

    @Test
    void aCampaignWhoseTimeHasComeIsFoundByTheWatchdogAndItsAudienceFrozen() {
        var id = scheduledFor("2026-11-11T12:30");
        deliver();
        assertThat(status(id)).isEqualTo(CampaignStatus.SCHEDULED);

        now = now.plus(Duration.ofMinutes(31));
        handle(watch, "{\"source\":\"aws.scheduler\",\"detail\":\"{}\"}");
        deliver();

        assertThat(status(id)).isEqualTo(CampaignStatus.FREEZING);
        assertThat(received("AudienceSteps")).hasSize(1);
    }

    @Test
    void aMessageThatIsNoStepIsLeftForTheDeadLetters() {
        assertThat(handle(send, event("{\"store\":\"demo\",\"campaign\":\"x\",\"step\":\"ADVANCE\"}")))
                .contains("m1");
        assertThat(
                        handle(
                                send,
                                event(
                                        "{\"store\":\"nobody\",\"campaign\":\"20261111T000000Z-5f3a9c1e\",\"step\":\"ADVANCE\"}")))
                .contains("m1");
    }

    @Test
    void aStepOfACampaignThatIsNotThereIsNoMistake() {
        assertThat(handle(
                        send,
                        event("{\"store\":\"demo\",\"campaign\":\"20261111T000000Z-5f3a9c1e\",\"step\":\"ADVANCE\"}")))
                .doesNotContain("m1");
    }
}
