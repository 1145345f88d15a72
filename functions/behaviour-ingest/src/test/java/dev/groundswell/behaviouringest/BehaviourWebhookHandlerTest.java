package dev.groundswell.behaviouringest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.cloud.webhook.SignedRequests;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.webhook.WebhookSignature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.jr.ob.JSON;

class BehaviourWebhookHandlerTest {

    private static final String SECRET = "a secret";
    private static final String BODY =
            "{\"buyerId\":\"B1\",\"kind\":\"VIEW\",\"itemId\":\"I1\",\"at\":\"2020-02-01T10:00:00Z\"}";
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final TestContext context = new TestContext();

    @BeforeAll
    static void create() {
        aws.createTables("Stores");
        aws.createQueues("BehaviourEvents");
        new StoreTable(aws.clients().dynamoDb(), aws.table("Stores"))
                .save(new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")));
        aws.putSecret("demo", JSON.std.asString(Map.of("orders", SECRET)));
    }

    @BeforeEach
    void emptyQueue() {
        received();
    }

    private Map<String, Object> post(String body, Map<String, String> headers) {
        var event = JSON.std.asString(Map.of(
                "version",
                "2.0",
                "routeKey",
                "POST /events",
                "rawPath",
                "/events",
                "rawQueryString",
                "",
                "headers",
                headers,
                "requestContext",
                Map.of("http", Map.of("method", "POST", "path", "/events")),
                "body",
                body,
                "isBase64Encoded",
                false));
        var handler = new BehaviourWebhookHandler(new FunctionEnvironment(
                Map.of(
                        "STORES_TABLE", aws.table("Stores"),
                        "SECRETS_PREFIX", aws.secretsPrefix(),
                        "BEHAVIOUR_EVENTS_QUEUE", aws.queue("BehaviourEvents")),
                () -> NOW,
                aws.clients()));
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context);
        return JSON.std.mapFrom(answer.toByteArray());
    }

    private static Map<String, String> signed(byte[] bytes) {
        return new HashMap<>(
                Map.of("x-groundswell-store", "demo", "x-groundswell-signature", WebhookSignature.sign(bytes, SECRET)));
    }

    private static Map<String, String> signed(String body) {
        return signed(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Message> received() {
        var all = new ArrayList<Message>();
        List<Message> some;
        do {
            some = aws.clients()
                    .sqs()
                    .receiveMessage(receive -> receive.queueUrl(aws.queue("BehaviourEvents"))
                            .maxNumberOfMessages(10)
                            .messageAttributeNames("store"))
                    .messages();
            some.forEach(message -> aws.clients()
                    .sqs()
                    .deleteMessage(delete ->
                            delete.queueUrl(aws.queue("BehaviourEvents")).receiptHandle(message.receiptHandle())));
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    @Nested
    class ASignedBatch {

        @Test
        void isQueuedAndAnsweredWithAReceipt() {
            var lines = BODY + "\n" + BODY;
            var answer = post(lines, signed(lines));

            assertThat(answer).containsEntry("statusCode", 202);
            var receipt = JSON.std.mapFrom(String.valueOf(answer.get("body")));
            assertThat(receipt).containsEntry("events", 2);
            assertThat(received()).singleElement().satisfies(message -> {
                assertThat(message.messageId()).isEqualTo(receipt.get("receipt"));
                assertThat(message.body()).isEqualTo("[" + BODY + "," + BODY + "]");
                assertThat(Objects.requireNonNull(message.messageAttributes().get("store"))
                                .stringValue())
                        .isEqualTo("demo");
            });
        }

        @Test
        void maySayWhenItWasSigned() {
            assertThat(postSignedAt(NOW.minus(Duration.ofMinutes(9)))).containsEntry("statusCode", 202);
        }

        @Test
        void isRefusedIfItWasSignedTooLongAgo() {
            assertThat(postSignedAt(NOW.minus(Duration.ofMinutes(11)))).containsEntry("statusCode", 401);
            assertThat(received()).isEmpty();
        }

        private Map<String, Object> postSignedAt(Instant at) {
            var timestamp = Long.toString(at.getEpochSecond());
            var headers = signed(SignedRequests.signed(timestamp, BODY.getBytes(StandardCharsets.UTF_8)));
            headers.put("x-groundswell-timestamp", timestamp);
            return post(BODY, headers);
        }

        @Test
        void thatIsNoJsonOrEmptyIsRefused() {
            assertThat(post("nonsense", signed("nonsense"))).containsEntry("statusCode", 400);
            assertThat(post("[]", signed("[]"))).containsEntry("statusCode", 400);
        }
    }

    @Nested
    class ABatchSignedOtherwise {

        @Test
        void isRefusedAndLogged() {
            assertThat(post(BODY, signed(BODY + " "))).containsEntry("statusCode", 401);
            assertThat(received()).isEmpty();
            assertThat(context.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("signature-refused"));
        }
    }
}
