package dev.groundswell.orderingest;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.cloud.order.RejectedChangeTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/** Messages that hold what a platform sent. */
class PlatformMessagesTest {

    private static final StoreId TMALL = new StoreId("tmall");
    private static final StoreId SHOP = new StoreId("shop");
    private static final StoreId WITHOUT_ACCESS = new StoreId("without-access");
    private static final Instant NOW = Instant.parse("2026-06-17T16:00:05Z");

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    @RegisterExtension
    static final WireMockExtension taobao = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final TestContext context = new TestContext();

    @BeforeAll
    static void create() {
        aws.createTables("Stores", "Orders", "OrderBuyers", "RejectedChanges");
        var stores = new StoreTable(aws.clients().dynamoDb(), aws.table("Stores"));
        stores.save(new Store(TMALL, "Tmall", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")));
        stores.save(new Store(WITHOUT_ACCESS, "New", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")));
        stores.save(new Store(SHOP, "Shop", Currency.getInstance("USD"), ZoneId.of("America/New_York")));
    }

    /** For each test, since each situation has a server of its own. */
    @BeforeEach
    void putAccess() {
        var access = Map.of(
                "appKey", "12345678",
                "appSecret", "app secret",
                "session", "session key",
                "gateway", taobao.baseUrl() + "/router/rest");
        aws.putSecret(TMALL.value(), JSON.std.asString(Map.of("taobaoApi", access)));
    }

    /** What comes again, after these messages were handled together. */
    private List<String> handle(AMessage... messages) {
        var answer = new ByteArrayOutputStream();
        var event = JSON.std.asString(Map.of(
                "Records", List.of(messages).stream().map(AMessage::asRecord).toList()));
        new OrderIngestHandler(new FunctionEnvironment(
                        Map.of(
                                "STORES_TABLE", aws.table("Stores"),
                                "STORE_ID", "tmall",
                                "SECRETS_PREFIX", aws.secretsPrefix(),
                                "ORDERS_TABLE", aws.table("Orders"),
                                "ORDER_BUYERS_TABLE", aws.table("OrderBuyers"),
                                "REJECTED_CHANGES_TABLE", aws.table("RejectedChanges")),
                        () -> NOW,
                        aws.clients()))
                .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context);
        var failures = new ArrayList<String>();
        if (JSON.std.mapFrom(answer.toByteArray()).get("batchItemFailures") instanceof List<?> failed) {
            failed.forEach(failure -> failures.add(String.valueOf(((Map<?, ?>) failure).get("itemIdentifier"))));
        }
        return failures;
    }

    private record AMessage(String id, StoreId store, String platform, String format, String body) {

        static AMessage of(StoreId store, String platform, String format, String body) {
            return new AMessage(UUID.randomUUID().toString(), store, platform, format, body);
        }

        Map<String, Object> asRecord() {
            var attributes = new HashMap<String, Object>();
            attributes.put("store", attribute(store.value()));
            attributes.put("source", attribute("live:" + platform));
            attributes.put("format", attribute(format));
            return Map.of(
                    "messageId", id,
                    "body", body,
                    "attributes", Map.of("SentTimestamp", "1781712005000"),
                    "messageAttributes", attributes);
        }

        private static Map<String, String> attribute(String value) {
            return Map.of("stringValue", value, "dataType", "String");
        }
    }

    private static AMessage taobao(StoreId store, String body) {
        return AMessage.of(store, "taobao", "TAOBAO_TRADES", body);
    }

    private static Optional<Order> order(StoreId store, String id) {
        var table = new OrderTable(aws.clients().dynamoDb(), aws.table("Orders"), aws.table("OrderBuyers"));
        return Optional.ofNullable(table.find(store, List.of(new OrderId(id))).get(new OrderId(id)));
    }

    private static Optional<RejectedChange> rejected(StoreId store, String original) {
        return new RejectedChangeTable(aws.clients().dynamoDb(), aws.table("RejectedChanges"))
                .newest(store, 100, Optional.empty()).stream()
                        .filter(change -> change.original().equals(original))
                        .findFirst();
    }

    private static String sample(String name) throws IOException {
        var file = Path.of(System.getProperty("groundswell.root", "."))
                .resolve("../shared/data")
                .resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "The platforms' samples are not here: " + file);
        return Files.readString(file);
    }

    @Nested
    class AnOrderOfAPlatform {

        @Test
        void ofShopifyIsWrittenWithTheDoorItCameThrough() throws IOException {
            assertThat(handle(AMessage.of(SHOP, "shopify", "SHOPIFY", sample("shopify/orders_create.webhook.json"))))
                    .isEmpty();

            assertThat(order(SHOP, "820982911946154508")).hasValueSatisfying(order -> {
                assertThat(order.source()).isEqualTo(OrderSource.live("shopify"));
                assertThat(order.amounts().payable().toDecimal()).isEqualByComparingTo("254.98");
            });
        }

        @Test
        void ofWooCommerceIsWritten() throws IOException {
            assertThat(handle(AMessage.of(
                            SHOP, "woocommerce", "WOOCOMMERCE", sample("woocommerce/order_v3_sample1.json"))))
                    .isEmpty();

            assertThat(order(SHOP, "727")).hasValueSatisfying(order -> {
                assertThat(order.source()).isEqualTo(OrderSource.live("woocommerce"));
                assertThat(order.status()).isEqualTo(OrderStatus.PAID);
                assertThat(order.amounts().payable().toDecimal()).isEqualByComparingTo("29.35");
            });
        }

        @Test
        void ofTaobaoIsWrittenFromAPushThatHoldsTheTrade() throws IOException {
            assertThat(handle(taobao(TMALL, sample("taobao-open-platform/trade_fullinfo_get.sample.json"))))
                    .isEmpty();

            assertThat(order(TMALL, "500001084"))
                    .hasValueSatisfying(order -> assertThat(order.source()).isEqualTo(OrderSource.live("taobao")));
            taobao.verify(0, postRequestedFor(urlEqualTo("/router/rest")));
        }

        @Test
        void thatCannotBeConvertedIsKeptAsThePlatformWroteIt() {
            var original =
                    "{ \"id\" : 820982911946154999, \"financial_status\": \"paid\", \"created_at\": \"yesterday\" }";

            assertThat(handle(AMessage.of(SHOP, "shopify", "SHOPIFY", original)))
                    .isEmpty();

            assertThat(rejected(SHOP, original)).isPresent();
            assertThat(context.lines()).containsExactly("{\"event\":\"changes-rejected\",\"count\":1}");
        }
    }

    @Nested
    class AMessageOfNoUse {

        @Test
        void thatIsAboutNoOrderIsCountedAndDropped() {
            var noTrade = taobao(TMALL, "{\"modified\":\"2026-06-18 00:00:04\"}");

            assertThat(handle(noTrade)).isEmpty();

            assertThat(rejected(TMALL, noTrade.body())).isEmpty();
            assertThat(context.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("records-skipped", "\"count\":1"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "SHOPIFY ", "shopify", "TAOBAO_BEHAVIOUR", "MAPPED_CSV"})
        void ofAFormatThatNoOrderComesInIsADeadLetter(String format) {
            var message = AMessage.of(SHOP, "shopify", format, "{}");

            assertThat(handle(message)).containsExactly(message.id());
        }

        @Test
        void thatIsNoJsonIsADeadLetter() {
            var message = AMessage.of(SHOP, "shopify", "SHOPIFY", "id=1");

            assertThat(handle(message)).containsExactly(message.id());
        }
    }

    @Nested
    class AMessageThatOnlyNamesATrade {

        private static String trade(String tid) {
            return """
                {"tid":%s,"status":"WAIT_BUYER_PAY","created":"2026-06-18 00:00:04","modified":"2026-06-18 00:00:04",\
                "payment":"120.00","post_fee":"0.00","buyer_open_uid":"AAHd5d-EAAeGwJedwSHpg8bT","orders":{"order":[\
                {"oid":%s,"num":1,"num_iid":100018587597,"price":"120.00","payment":"120.00","title":"乌龙茶",\
                "status":"WAIT_BUYER_PAY","refund_status":"NO_REFUND"}]}}\
                """.formatted(tid, tid);
        }

        private static String message(String tid) {
            return """
                {"buyer_nick":"sandbox_cilai_c","payment":"120.00","oid":%s,"tid":%s,"type":"guarantee_trade","seller_nick":"s"}\
                """.formatted(tid, tid);
        }

        private static void answerFor(String tid, ResponseDefinitionBuilder answer) {
            taobao.stubFor(post(urlEqualTo("/router/rest"))
                    .withRequestBody(containing("tid=" + tid))
                    .willReturn(answer));
        }

        private static ResponseDefinitionBuilder found(String tid) {
            return okJson("{\"trade_fullinfo_get_response\":{\"trade\":" + trade(tid) + "}}");
        }

        private static ResponseDefinitionBuilder error(int code, String subCode) {
            return okJson(
                    "{\"error_response\":{\"code\":" + code + ",\"msg\":\"No\",\"sub_code\":\"" + subCode + "\"}}");
        }

        @Test
        void isWrittenFromTheTradeThatThePlatformKnows() {
            answerFor("192364827791084123", found("192364827791084123"));

            assertThat(handle(taobao(TMALL, message("192364827791084123")))).isEmpty();

            assertThat(order(TMALL, "192364827791084123")).hasValueSatisfying(order -> {
                assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
                assertThat(order.times().orderedAt()).isEqualTo("2026-06-17T16:00:04Z");
                assertThat(order.source()).isEqualTo(OrderSource.live("taobao"));
            });
        }

        @Test
        void mayComeInTheEnvelopeThatMessagesHave() {
            answerFor("192364827791084200", found("192364827791084200"));
            var envelope = JSON.std.asString(
                    Map.of("topic", "taobao_trade_TradeCreate", "content", message("192364827791084200")));

            assertThat(handle(taobao(TMALL, envelope))).isEmpty();

            assertThat(order(TMALL, "192364827791084200")).isPresent();
        }

        @Test
        void isFetchedOnceHoweverManyOfABatchNameIt() {
            answerFor("192364827791084300", found("192364827791084300"));

            handle(
                    taobao(TMALL, message("192364827791084300")),
                    taobao(TMALL, message("192364827791084300")),
                    taobao(TMALL, "{\"tid\":\"192364827791084300\"}"));

            assertThat(order(TMALL, "192364827791084300")).isPresent();
            taobao.verify(1, postRequestedFor(urlEqualTo("/router/rest")));
        }

        @Test
        void ofATradeThatThePlatformDoesNotGiveIsRejectedWithItsReason() {
            var message = taobao(TMALL, message("192364827791084400"));
            answerFor("192364827791084400", error(15, "isv.trade-not-exist"));

            assertThat(handle(message)).isEmpty();

            assertThat(rejected(TMALL, message.body())).hasValueSatisfying(change -> {
                assertThat(change.rejection().field()).isEqualTo("tid");
                assertThat(change.rejection().message()).contains("isv.trade-not-exist");
            });
        }

        @Test
        void comesAgainWhileThePlatformIsBusyAndTheOthersAreWritten() {
            var busy = taobao(TMALL, message("192364827791084500"));
            answerFor("192364827791084500", error(7, "accesscontrol.limited-by-app-api-access-count"));
            var unreachable = taobao(TMALL, message("192364827791084501"));
            answerFor("192364827791084501", serverError());
            answerFor("192364827791084502", found("192364827791084502"));

            assertThat(handle(busy, unreachable, taobao(TMALL, message("192364827791084502"))))
                    .containsExactlyInAnyOrder(busy.id(), unreachable.id());

            assertThat(order(TMALL, "192364827791084502")).isPresent();
            assertThat(rejected(TMALL, busy.body())).isEmpty();
            assertThat(context.lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("trade-not-fetched"));

            answerFor("192364827791084500", found("192364827791084500"));
            assertThat(handle(busy)).isEmpty();
            assertThat(order(TMALL, "192364827791084500")).isPresent();
        }

        @Test
        void ofAStoreWithoutAccessIsRejectedAndSaysWhatToSet() {
            var message = taobao(WITHOUT_ACCESS, message("192364827791084600"));

            assertThat(handle(message)).isEmpty();

            assertThat(rejected(WITHOUT_ACCESS, message.body()))
                    .hasValueSatisfying(change -> assertThat(change.rejection().message())
                            .contains("taobaoApi", "appKey", "appSecret", "session", "docs/how-to/webhooks.md"));
        }

        @Test
        void ofAStoreWhosePermissionHasEndedIsRejectedAndSaysWhatToRenew() {
            var message = taobao(TMALL, message("192364827791084700"));
            answerFor("192364827791084700", error(27, "session-expired"));

            assertThat(handle(message)).isEmpty();

            assertThat(rejected(TMALL, message.body()))
                    .hasValueSatisfying(change -> assertThat(change.rejection().message())
                            .contains("taobaoApi")
                            .doesNotContain("session key", "app secret"));
        }
    }
}
