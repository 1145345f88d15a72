package dev.groundswell.orderingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.event.QueueEvent;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.order.PlatformOrderQueue;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.webhook.TaobaoSignature;
import dev.groundswell.core.webhook.TaobaoSignature.Method;
import dev.groundswell.core.webhook.WebhookSignature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

class PlatformWebhookTest {

    private static final String SECRET = "shpss_of our own";
    private static final String TOO_OLD = "the secret before the one before";

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final TestContext context = new TestContext();
    private Instant now = Instant.parse("2026-06-17T16:00:05Z");
    private OrderWebhookHandler handler = handler();

    @BeforeAll
    static void create() {
        aws.createTables("Stores", "WebhookDeliveries");
        aws.createQueues("OrderChanges");
        var stores = new StoreTable(aws.clients().dynamoDb(), aws.table("Stores"));
        for (var id : List.of("demo", "other", "bare")) {
            stores.save(new Store(new StoreId(id), id, Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")));
        }
        for (var secret : List.of(TOO_OLD, "the secret before", SECRET)) {
            aws.putSecret(
                    "demo", JSON.std.asString(Map.of("shopify", secret, "woocommerce", secret, "taobao", secret)));
        }
        aws.putSecret("other", JSON.std.asString(Map.of("shopify", "another store's")));
    }

    @BeforeEach
    void emptyQueue() {
        queued();
    }

    private OrderWebhookHandler handler() {
        return new OrderWebhookHandler(new FunctionEnvironment(
                Map.of(
                        "STORES_TABLE", aws.table("Stores"),
                        "SECRETS_PREFIX", aws.secretsPrefix(),
                        "WEBHOOK_DELIVERIES_TABLE", aws.table("WebhookDeliveries"),
                        "ORDER_CHANGES_QUEUE", aws.queue("OrderChanges")),
                () -> now,
                aws.clients()));
    }

    private Answer answerTo(WebhookRequest request) {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(request.event()), answer, context);
        var response = JSON.std.mapFrom(answer.toByteArray());
        var body = JSON.std.mapFrom(String.valueOf(response.get("body")));
        return new Answer(
                Integer.parseInt(String.valueOf(response.get("statusCode"))), String.valueOf(body.get("outcome")));
    }

    private record Answer(int status, String outcome) {}

    private static final Answer QUEUED = new Answer(200, "queued");
    private static final Answer REPEATED = new Answer(200, "repeated");
    private static final Answer IGNORED = new Answer(200, "ignored");
    private static final Answer REFUSED = new Answer(401, "refused");

    private static List<QueueEvent.Message> queued() {
        var all = new ArrayList<QueueEvent.Message>();
        var sqs = aws.clients().sqs();
        var url = aws.queue("OrderChanges");
        while (true) {
            var some = sqs.receiveMessage(receive ->
                            receive.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
                    .messages();
            if (some.isEmpty()) {
                return all;
            }
            some.forEach(message -> {
                sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
                var attributes = new HashMap<String, String>();
                message.messageAttributes().forEach((name, value) -> attributes.put(name, value.stringValue()));
                all.add(new QueueEvent.Message(message.messageId(), message.body(), Instant.EPOCH, attributes));
            });
        }
    }

    /** An order's body that no other test has. */
    private static String body() {
        return "{\"id\":820982911946154508,\"note\":\"" + UUID.randomUUID() + "\"}";
    }

    private static String signature(String body, String secret) {
        return WebhookSignature.sign(body.getBytes(StandardCharsets.UTF_8), secret);
    }

    private static WebhookRequest shopify(String body) {
        return WebhookRequest.to("/webhooks/shopify/demo")
                .body(body)
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", "orders/create")
                .header("X-Shopify-Hmac-Sha256", signature(body, SECRET))
                .header("X-Shopify-Webhook-Id", UUID.randomUUID().toString());
    }

    private static WebhookRequest woocommerce(String body) {
        return WebhookRequest.to("/webhooks/woocommerce/demo")
                .body(body)
                .header("Content-Type", "application/json")
                .header("X-WC-Webhook-Topic", "order.updated")
                .header("X-WC-Webhook-Signature", signature(body, SECRET))
                .header("X-WC-Webhook-Delivery-ID", UUID.randomUUID().toString());
    }

    @Nested
    class AShopifyWebhook {

        @Test
        void isQueuedAsItCame() {
            var body = body();

            assertThat(answerTo(shopify(body))).isEqualTo(QUEUED);

            assertThat(queued()).singleElement().satisfies(message -> {
                assertThat(message.body()).isEqualTo(body);
                assertThat(message.attributes())
                        .containsOnly(
                                Map.entry("store", "demo"),
                                Map.entry("source", "live:shopify"),
                                Map.entry("format", "SHOPIFY"));
            });
        }

        @Test
        void isSignedOverTheBytesHoweverTheGatewayHandsThemOver() {
            assertThat(answerTo(shopify("{\"id\":1,\"name\":\"四川 " + UUID.randomUUID() + "\"}")
                            .inBase64()))
                    .isEqualTo(QUEUED);
        }

        @Test
        void withAFlippedByteIsRefused() {
            var body = body();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            bytes[8] ^= 1;

            assertThat(answerTo(shopify(body).body(bytes))).isEqualTo(REFUSED);

            assertThat(queued()).isEmpty();
            assertThat(context.lines()).containsExactly("{\"event\":\"signature-refused\",\"platform\":\"shopify\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "Kvbryq2XxM6A/jfBPNMRNbpZd/j8oRdjP1sjLfziv8A=", "四川"})
        void withAnotherSignatureIsRefused(String signature) {
            assertThat(answerTo(shopify(body()).header("X-Shopify-Hmac-Sha256", signature)))
                    .isEqualTo(REFUSED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"orders/delete", "orders/edited", "refunds/create", "products/update", ""})
        void ofATopicWithoutAnOrderIsAnsweredAndNotQueued(String topic) {
            assertThat(answerTo(shopify(body()).header("X-Shopify-Topic", topic)))
                    .isEqualTo(IGNORED);
            assertThat(queued()).isEmpty();
        }

        @Test
        void thatShopifyPublishedIsTakenWithASignatureOfOurs() throws IOException {
            var folder = Path.of(System.getProperty("groundswell.root", ".")).resolve("../shared/data/shopify");
            var sample = folder.resolve("orders_create.webhook.json");
            Assumptions.assumeTrue(Files.exists(sample), "Shopify's sample is not here: " + sample);
            var body = Files.readString(sample);
            var request = WebhookRequest.to("/webhooks/shopify/demo").body(body);
            JSON.std
                    .mapFrom(Files.readString(folder.resolve("orders_create.webhook.headers.json")))
                    .forEach((name, value) -> request.header(name, value.toString()));

            assertThat(answerTo(request)).as("by a secret that is not ours").isEqualTo(REFUSED);
            assertThat(answerTo(request.header("X-Shopify-Hmac-Sha256", signature(body, SECRET))))
                    .isEqualTo(QUEUED);
            assertThat(queued())
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).isEqualTo(body));
        }
    }

    @Nested
    class ARepeatedDelivery {

        @Test
        void isAnsweredAndNotQueuedAgain() {
            var request = shopify(body());

            assertThat(answerTo(request)).isEqualTo(QUEUED);
            assertThat(answerTo(request)).isEqualTo(REPEATED);

            assertThat(queued()).hasSize(1);
        }

        @Test
        void isKnownByItsBodyWhenSomebodyElseSendsItUnderAnotherId() {
            var body = body();

            assertThat(answerTo(shopify(body))).isEqualTo(QUEUED);
            assertThat(answerTo(shopify(body))).isEqualTo(REPEATED);
            assertThat(answerTo(shopify(body).header("X-Shopify-Webhook-Id", "")))
                    .isEqualTo(REPEATED);
        }

        @Test
        void isKnownByItsId() {
            var id = UUID.randomUUID().toString();

            assertThat(answerTo(shopify(body()).header("X-Shopify-Webhook-Id", id)))
                    .isEqualTo(QUEUED);
            assertThat(answerTo(shopify(body()).header("X-Shopify-Webhook-Id", id)))
                    .isEqualTo(REPEATED);
        }

        @Test
        void isKnownToAnotherInstanceOfTheFunctionAndDaysLater() {
            var request = shopify(body());
            answerTo(request);

            now = now.plus(Duration.ofDays(2));
            handler = handler();

            assertThat(answerTo(request)).isEqualTo(REPEATED);
        }

        @Test
        void ofOnePlatformIsNewToAnother() {
            var body = body();

            assertThat(answerTo(shopify(body))).isEqualTo(QUEUED);
            assertThat(answerTo(woocommerce(body))).isEqualTo(QUEUED);
        }

        @Test
        void thatTheQueueCouldNotTakeIsNew() {
            var request = shopify("{\"note\":\"" + incompressible(400_000) + "\"}");

            assertThat(answerTo(request)).isEqualTo(new Answer(413, "too large"));
            assertThat(answerTo(request)).isEqualTo(new Answer(413, "too large"));
        }
    }

    /** Letters that no zip makes shorter than three quarters. */
    private static String incompressible(int length) {
        return new Random(7)
                .ints(length, 0, 64)
                .mapToObj(digit -> String.valueOf(
                        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+/".charAt(digit)))
                .collect(Collectors.joining());
    }

    @Nested
    class ABody {

        @Test
        void largerThanAMessageIsZippedAndComesOutAsItWas() {
            var item = "{\"id\":%d,\"title\":\"乌龙茶 礼盒装\",\"price\":\"35.97\",\"sku\":\"" + UUID.randomUUID() + "\"}";
            var items = new ArrayList<String>();
            for (var i = 0; i < 4_000; i++) {
                items.add(item.formatted(i));
            }
            var body = "{\"id\":1,\"line_items\":[" + String.join(",", items) + "]}";
            assertThat(body.length()).isGreaterThan(256 * 1024);

            assertThat(answerTo(shopify(body))).isEqualTo(QUEUED);

            assertThat(queued()).singleElement().satisfies(message -> {
                assertThat(message.attribute("encoding")).contains("gzip+base64");
                assertThat(PlatformOrderQueue.body(message)).isEqualTo(body);
            });
        }

        @Test
        void withACharacterThatSqsRefusesIsZipped() {
            var body = "{\"id\":1,\"note\":\"\uFFFF" + UUID.randomUUID() + "\"}";

            assertThat(answerTo(shopify(body))).isEqualTo(QUEUED);

            assertThat(queued())
                    .singleElement()
                    .satisfies(message ->
                            assertThat(PlatformOrderQueue.body(message)).isEqualTo(body));
        }
    }

    @Nested
    class ASecret {

        @Test
        void isGoodWhileItIsReplacedAndNoLonger() {
            var body = body();
            assertThat(answerTo(shopify(body).header("X-Shopify-Hmac-Sha256", signature(body, "the secret before"))))
                    .isEqualTo(QUEUED);
            assertThat(answerTo(shopify(body()))).isEqualTo(QUEUED);

            var another = body();
            assertThat(answerTo(shopify(another).header("X-Shopify-Hmac-Sha256", signature(another, TOO_OLD))))
                    .isEqualTo(REFUSED);
        }

        @Test
        void ofAnotherStoreOrPlatformIsNoneOfThisOne() {
            var body = body();
            var signature = signature(body, SECRET);

            for (var path : List.of(
                    "shopify/other",
                    "woocommerce/other",
                    "shopify/bare",
                    "shopify/nowhere",
                    "shopify/No|Store",
                    "shopify/")) {
                var request = WebhookRequest.to("/webhooks/" + path)
                        .body(body)
                        .header("X-Shopify-Hmac-Sha256", signature)
                        .header("X-WC-Webhook-Signature", signature);
                assertThat(answerTo(request)).as(path).isEqualTo(REFUSED);
            }
            assertThat(queued()).isEmpty();
        }
    }

    @Nested
    class AWoocommerceWebhook {

        @Test
        void isQueuedAsItCame() {
            var body = body();

            assertThat(answerTo(woocommerce(body))).isEqualTo(QUEUED);

            assertThat(queued()).singleElement().satisfies(message -> {
                assertThat(message.body()).isEqualTo(body);
                assertThat(message.attributes())
                        .containsEntry("source", "live:woocommerce")
                        .containsEntry("format", "WOOCOMMERCE");
            });
        }

        @Test
        void ofTheSameSecondHasTheSameIdAndIsAnotherOrderAllTheSame() {
            assertThat(answerTo(woocommerce(body()).header("X-WC-Webhook-Delivery-ID", "7f4c")))
                    .isEqualTo(QUEUED);
            assertThat(answerTo(woocommerce(body()).header("X-WC-Webhook-Delivery-ID", "7f4c")))
                    .isEqualTo(QUEUED);
        }

        @Test
        void thatIsRepeatedIsNotQueuedAgain() {
            var body = body();

            assertThat(answerTo(woocommerce(body))).isEqualTo(QUEUED);
            assertThat(answerTo(woocommerce(body))).isEqualTo(REPEATED);
        }

        @Test
        void withAFlippedByteIsRefused() {
            var body = body();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            bytes[9] ^= 1;

            assertThat(answerTo(woocommerce(body).body(bytes))).isEqualTo(REFUSED);
        }

        @Test
        void thatPingsIsAnsweredWithExactly200AndDoesNothing() {
            var ping = WebhookRequest.to("/webhooks/woocommerce/demo")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .body("webhook_id=42")
                    .inBase64();

            assertThat(answerTo(ping)).isEqualTo(new Answer(200, "pong"));

            assertThat(queued()).isEmpty();
            assertThat(context.lines()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"webhook_id=42&id=1", "webhook_id=", "{\"id\":1}", "webhook_id=x"})
        void thatIsUnsignedAndNoPingIsRefused(String body) {
            assertThat(answerTo(WebhookRequest.to("/webhooks/woocommerce/demo").body(body)))
                    .isEqualTo(REFUSED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"order.deleted", "product.updated", "customer.created"})
        void ofATopicWithoutAnOrderIsAnsweredAndNotQueued(String topic) {
            assertThat(answerTo(woocommerce(body()).header("X-WC-Webhook-Topic", topic)))
                    .isEqualTo(IGNORED);
        }
    }

    @Nested
    class ATaobaoMessage {

        private static final String CONTENT =
                "{\"tid\":192364827791084,\"status\":\"WAIT_BUYER_PAY\",\"buyer_nick\":\"采购004\"}";

        private static Map<String, String> message(String id) {
            return new TreeMap<>(Map.of(
                    "app_key", "12345678",
                    "timestamp", "2026-06-18 00:00:05",
                    "topic", "taobao_trade_TradeCreate",
                    "content", CONTENT,
                    "id", id));
        }

        private static Map<String, String> signed(Map<String, String> parameters, Method method, byte[] body) {
            var all = new TreeMap<>(parameters);
            all.put("sign_method", method.key());
            all.put("sign", TaobaoSignature.sign(all, body, method, SECRET));
            return all;
        }

        private static Map<String, String> signed(Map<String, String> parameters) {
            return signed(parameters, Method.HMAC_SHA256, new byte[0]);
        }

        private static String encoded(Map<String, String> parameters) {
            return parameters.entrySet().stream()
                    .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }

        private static WebhookRequest form(Map<String, String> parameters) {
            return WebhookRequest.to("/webhooks/taobao/demo")
                    .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
                    .body(encoded(parameters))
                    .inBase64();
        }

        private static String newId() {
            return UUID.randomUUID().toString();
        }

        @ParameterizedTest
        @EnumSource
        void inAFormIsQueuedWithItsContent(Method method) {
            assertThat(answerTo(form(signed(message(newId()), method, new byte[0]))))
                    .isEqualTo(QUEUED);

            assertThat(queued()).singleElement().satisfies(message -> {
                assertThat(message.body()).isEqualTo(CONTENT);
                assertThat(message.attributes())
                        .containsEntry("source", "live:taobao")
                        .containsEntry("format", "TAOBAO_TRADES");
            });
        }

        @Test
        void mayHaveItsParametersInTheQuery() {
            var request = WebhookRequest.to("/webhooks/taobao/demo").query(encoded(signed(message(newId()))));

            assertThat(answerTo(request)).isEqualTo(QUEUED);
        }

        @Test
        void mayHaveATradeAsItsBodyWhichIsSignedToo() {
            var body = "{\"trade_fullinfo_get_response\":{\"trade\":{\"tid\":1,\"created\":\"2026-06-18 00:00:04\"}}}";
            var parameters = Map.of("timestamp", "2026-06-18 00:00:05", "id", newId());
            var query = encoded(signed(parameters, Method.MD5, body.getBytes(StandardCharsets.UTF_8)));
            var request = WebhookRequest.to("/webhooks/taobao/demo")
                    .header("Content-Type", "application/json")
                    .query(query);

            assertThat(answerTo(request.body(body.replace("\"tid\":1", "\"tid\":2"))))
                    .isEqualTo(REFUSED);
            assertThat(answerTo(request.body(body))).isEqualTo(QUEUED);
            assertThat(queued())
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).isEqualTo(body));
        }

        @Test
        void withAFlippedByteIsRefused() {
            var parameters = signed(message(newId()));
            parameters.put("content", CONTENT.replace("084,", "085,"));

            assertThat(answerTo(form(parameters))).isEqualTo(REFUSED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-06-17 23:50:04", "2026-06-18 00:10:06", "2026-06-18", "1781712005", ""})
        void thatWasNotSignedWithinTenMinutesIsRefused(String timestamp) {
            var parameters = message(newId());
            parameters.put("timestamp", timestamp);

            assertThat(answerTo(form(signed(parameters)))).isEqualTo(REFUSED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-06-17 23:50:05", "2026-06-18 00:10:05"})
        void ofTenMinutesAgoOrAheadIsTaken(String timestamp) {
            var parameters = message(newId());
            parameters.put("timestamp", timestamp);

            assertThat(answerTo(form(signed(parameters)))).isEqualTo(QUEUED);
        }

        @Test
        void thatIsTriedAgainWithANewTimeIsKnownByItsId() {
            var parameters = message(newId());
            assertThat(answerTo(form(signed(parameters)))).isEqualTo(QUEUED);

            parameters.put("timestamp", "2026-06-18 00:05:05");
            assertThat(answerTo(form(signed(parameters)))).isEqualTo(REPEATED);
        }

        @Test
        void isKnownByItsSignatureInWhicheverCaseItIsWritten() {
            var parameters = signed(message(newId()));
            assertThat(answerTo(form(parameters))).isEqualTo(QUEUED);

            parameters.computeIfPresent("sign", (_, sign) -> sign.toLowerCase(Locale.ROOT));
            assertThat(answerTo(form(parameters))).isEqualTo(REPEATED);
        }

        @Test
        void ofAnotherChangeOfTheSameTradeIsNewThoughItsContentIsTheSame() {
            assertThat(answerTo(form(signed(message(newId()))))).isEqualTo(QUEUED);
            assertThat(answerTo(form(signed(message(newId()))))).isEqualTo(QUEUED);
        }

        @Test
        void aboutSomethingElseThanTradesIsAnsweredAndNotQueued() {
            var parameters = message(newId());
            parameters.put("topic", "taobao_item_ItemUpdate");

            assertThat(answerTo(form(signed(parameters)))).isEqualTo(IGNORED);
            assertThat(queued()).isEmpty();
        }
    }

    @Test
    void anUnknownPlatformIsNowhere() {
        assertThat(answerTo(WebhookRequest.to("/webhooks/myspace/demo").body("{}"))
                        .status())
                .isEqualTo(404);
    }
}
