package dev.groundswell.cloud.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.queue.JsonText;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.webhook.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.jr.ob.JSON;

/**
 * What every door for signed batches does. A subclass says which door; tables, queue and secrets are the emulators'.
 */
public abstract class SignedBatchContract {

    private static final String SECRET = "new secret";
    private static final String OLD_SECRET = "old secret";
    private static final Instant NOW = Instant.parse("2026-06-18T00:00:05Z");

    @RegisterExtension
    protected static final AwsEndpoint aws = new AwsEndpoint();

    private final TestContext context = new TestContext();

    @BeforeAll
    static void create() {
        aws.createTables("Stores");
        new StoreTable(aws.clients().dynamoDb(), aws.table("Stores"))
                .save(new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")));
        aws.putSecret("demo", secrets(OLD_SECRET));
        aws.putSecret("demo", secrets(SECRET));
    }

    private static String secrets(String version) {
        return JSON.std.asString(Map.of(
                "orders", version, "providers", Map.of("hall", version + " of hall", "mill", version + " of mill")));
    }

    /** The handler, with these variables and clients. */
    protected abstract RequestStreamHandler handler(FunctionEnvironment environment);

    /** The logical id of its queue, which the subclass creates. */
    protected abstract String queue();

    /** What the handler's environment has besides stores and secrets. */
    protected abstract Map<String, String> variables();

    protected abstract String path();

    /** What the objects are called. */
    protected abstract SignedBatches.Kind kind();

    /** The headers that say who signed, besides the store's. */
    protected Map<String, String> signer() {
        return Map.of();
    }

    /** The secret of those who may come in, of this version. */
    protected String secret(String version) {
        return version;
    }

    /** What the log calls whoever should have signed. */
    protected String signers() {
        return "orders";
    }

    @BeforeEach
    void emptyQueue() {
        received();
    }

    private Map<String, Object> post(String body, String store, String signature) {
        return post(body.getBytes(StandardCharsets.UTF_8), store, signature);
    }

    private Map<String, Object> post(byte[] body, String store, String signature) {
        return post(body, Map.of("x-groundswell-store", store, "x-groundswell-signature", signature));
    }

    private Map<String, Object> post(byte[] body, Map<String, String> signed) {
        var headers = new HashMap<>(signer());
        headers.putAll(signed);
        var event = JSON.std.asString(Map.of(
                "version",
                "2.0",
                "routeKey",
                "POST " + path(),
                "rawPath",
                path(),
                "rawQueryString",
                "",
                "headers",
                headers,
                "requestContext",
                Map.of("http", Map.of("method", "POST", "path", path())),
                "body",
                Base64.getEncoder().encodeToString(body),
                "isBase64Encoded",
                true));
        var variables = new HashMap<>(variables());
        variables.put("STORES_TABLE", aws.table("Stores"));
        variables.put("SECRETS_PREFIX", aws.secretsPrefix());
        var handler = handler(new FunctionEnvironment(variables, () -> NOW, aws.clients()));
        return JSON.std.mapFrom(context.call(handler, event));
    }

    /** A batch of one object, signed with this secret. */
    protected final Object statusOf(String secret) {
        return Objects.requireNonNull(post(
                        "[{}]", "demo", WebhookSignature.sign("[{}]".getBytes(StandardCharsets.UTF_8), secret))
                .get("statusCode"));
    }

    private Map<String, Object> postSigned(String body) {
        return post(body, "demo", WebhookSignature.sign(body.getBytes(StandardCharsets.UTF_8), secret(SECRET)));
    }

    private List<Message> received() {
        var all = new ArrayList<Message>();
        List<Message> some;
        do {
            some = aws.clients()
                    .sqs()
                    .receiveMessage(receive -> receive.queueUrl(aws.queue(queue()))
                            .maxNumberOfMessages(10)
                            .messageAttributeNames("store"))
                    .messages();
            some.forEach(message -> aws.clients()
                    .sqs()
                    .deleteMessage(
                            delete -> delete.queueUrl(aws.queue(queue())).receiptHandle(message.receiptHandle())));
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    @Nested
    class ASignedBatch {

        @Test
        void isQueuedAndAnsweredWithAReceipt() {
            var answer = postSigned("[{\"orderId\":\"1\"}, {\"orderId\":\"2\"}]");

            assertThat(answer).containsEntry("statusCode", 202);
            var receipt = JSON.std.mapFrom(String.valueOf(answer.get("body")));
            assertThat(receipt).containsEntry(kind().many(), 2);
            assertThat(received()).singleElement().satisfies(message -> {
                assertThat(message.messageId()).isEqualTo(receipt.get("receipt"));
                assertThat(message.body()).isEqualTo("[{\"orderId\":\"1\"},{\"orderId\":\"2\"}]");
                assertThat(Objects.requireNonNull(message.messageAttributes().get("store"))
                                .stringValue())
                        .isEqualTo("demo");
            });
        }

        @Test
        void mayBeSignedWithEitherOfTwoSecrets() {
            var body = "[{}]";
            var signature = WebhookSignature.sign(body.getBytes(StandardCharsets.UTF_8), secret(OLD_SECRET));

            assertThat(post(body, "demo", signature)).containsEntry("statusCode", 202);
        }

        @Test
        void largerThanAMessageIsSplitAndNothingIsLost() {
            var change = "{\"title\":\"" + "四川".repeat(10_000) + "\"}";

            assertThat(postSigned("[" + String.join(",", Collections.nCopies(12, change)) + "]"))
                    .containsEntry("statusCode", 202);

            var messages = received();
            assertThat(messages).hasSizeGreaterThan(1);
            assertThat(messages.stream().flatMap(message -> JsonText.split(message.body()).stream()))
                    .hasSize(12)
                    .containsOnly(change);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "[", "hello", "5", "[{]"})
        void thatIsNoBatchIsRefusedWithAReason(String body) {
            assertThat(postSigned(body)).containsEntry("statusCode", 400);
            assertThat(received()).isEmpty();
        }

        @Test
        void withAChangeTooLargeForTheQueueIsRefusedAsAWhole() {
            var answer = postSigned("[{},{\"title\":\"" + "x".repeat(300_000) + "\"}]");

            assertThat(answer).containsEntry("statusCode", 413);
            assertThat(String.valueOf(answer.get("body"))).contains(kind().one() + " 2");
            assertThat(received()).isEmpty();
        }
    }

    @Nested
    class ARequestThatSaysWhenItWasSigned {

        private static final String BODY = "[{\"orderId\":\"1\"}]";

        private Map<String, Object> postSignedAt(long seconds, String signedTimestamp) {
            var signature = WebhookSignature.sign(
                    (signedTimestamp + "." + BODY).getBytes(StandardCharsets.UTF_8), secret(SECRET));
            return post(
                    BODY.getBytes(StandardCharsets.UTF_8),
                    Map.of(
                            "x-groundswell-store",
                            "demo",
                            "x-groundswell-timestamp",
                            Long.toString(seconds),
                            "x-groundswell-signature",
                            signature));
        }

        private Map<String, Object> postSignedAt(Instant signedAt) {
            return postSignedAt(signedAt.getEpochSecond(), Long.toString(signedAt.getEpochSecond()));
        }

        @Test
        void isTakenWithinTenMinutes() {
            assertThat(postSignedAt(NOW)).containsEntry("statusCode", 202);
            assertThat(postSignedAt(NOW.minusSeconds(600))).containsEntry("statusCode", 202);
            assertThat(postSignedAt(NOW.plusSeconds(600))).containsEntry("statusCode", 202);
        }

        @Test
        void isRefusedBeforeAndAfter() {
            assertThat(postSignedAt(NOW.minusSeconds(601))).containsEntry("statusCode", 401);
            assertThat(postSignedAt(NOW.plusSeconds(601))).containsEntry("statusCode", 401);
        }

        @Test
        void isRefusedWithAnotherTimeThanItSigned() {
            assertThat(postSignedAt(NOW.getEpochSecond(), Long.toString(NOW.getEpochSecond() - 3_600)))
                    .containsEntry("statusCode", 401);
        }

        @Test
        void cannotBeSentAgainAsABodyWithoutATime() {
            var signed = NOW.getEpochSecond() + "." + BODY;
            var signature = WebhookSignature.sign(signed.getBytes(StandardCharsets.UTF_8), secret(SECRET));

            assertThat(post(BODY, "demo", signature)).containsEntry("statusCode", 401);
            assertThat(post(signed, "demo", signature)).containsEntry("statusCode", 400);
            assertThat(received()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "now", "1e9", "-1", "99999999999999999999", "2026-06-18T00:00:00Z"})
        void isRefusedWhenThatIsNoTime(String timestamp) {
            var signature =
                    WebhookSignature.sign((timestamp + "." + BODY).getBytes(StandardCharsets.UTF_8), secret(SECRET));

            assertThat(post(
                            BODY.getBytes(StandardCharsets.UTF_8),
                            Map.of(
                                    "x-groundswell-store", "demo",
                                    "x-groundswell-timestamp", timestamp,
                                    "x-groundswell-signature", signature)))
                    .containsEntry("statusCode", 401);
        }
    }

    @Nested
    class ARequest {

        @Test
        void withAFlippedByteIsRefused() {
            var body = "[{\"orderId\":\"1\"}]".getBytes(StandardCharsets.UTF_8);
            var signature = WebhookSignature.sign(body, secret(SECRET));
            body[13] ^= 1;

            assertThat(post(body, "demo", signature)).containsEntry("statusCode", 401);
            assertThat(received()).isEmpty();
            assertThat(context.lines())
                    .containsExactly("{\"event\":\"signature-refused\",\"platform\":\"" + signers() + "\"}");
        }

        @Test
        void ofAnotherStoreIsRefused() {
            var body = "[{}]";
            var signature = WebhookSignature.sign(body.getBytes(StandardCharsets.UTF_8), secret(SECRET));

            assertThat(post(body, "other", signature)).containsEntry("statusCode", 401);
            assertThat(post(body, "demo|x", signature)).containsEntry("statusCode", 401);
        }

        @Test
        void withoutASignatureIsRefused() {
            assertThat(post("[{}]", "demo", "")).containsEntry("statusCode", 401);
        }
    }
}
