package dev.groundswell.local.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.cloud.order.RejectedChangeTable;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.webhook.TaobaoSignature;
import dev.groundswell.core.webhook.TaobaoSignature.Method;
import dev.groundswell.core.webhook.WebhookSignature;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import dev.groundswell.local.template.TableResource;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From the request on the wire to the order in its table, through the template's own routes, queue and functions. */
class WebhookRoutesTest {

    private static final StoreId STORE = new StoreId(LocalSystem.STORE);
    private static final byte[] NO_BODY = {};
    private static @Nullable LocalSystem started;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws PortTakenException {
        started = LocalSystem.start(LocalOptions.inMemory());
    }

    @AfterAll
    static void stop() {
        system().close();
    }

    private static LocalSystem system() {
        return Objects.requireNonNull(started);
    }

    private int post(String path, String body, Map<String, String> headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(system().url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        var status =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
        system().awaitDrained();
        return status;
    }

    private static String signature(String body) {
        return WebhookSignature.sign(body.getBytes(StandardCharsets.UTF_8), LocalSystem.WEBHOOK_SECRET);
    }

    private static String table(String id) {
        return system().template().tables().stream()
                .filter(table -> table.id().equals(id))
                .map(TableResource::name)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Order> order(String id) {
        var orders = new OrderTable(system().clients().dynamoDb(), table("Orders"), table("OrderBuyers"));
        return Optional.ofNullable(orders.find(STORE, List.of(new OrderId(id))).get(new OrderId(id)));
    }

    private static List<RejectedChange> rejected() {
        return new RejectedChangeTable(system().clients().dynamoDb(), table("RejectedChanges"))
                .newest(STORE, 100, Optional.empty());
    }

    @Nested
    class Shopify {

        private static final String BODY = """
            {"id":9007199254740993,"created_at":"2026-06-17T20:00:05-04:00","updated_at":"2026-06-17T20:00:09-04:00",\
            "currency":"CNY","total_price":"71.94","financial_status":"paid","customer":{"id":9007199254740995},\
            "line_items":[{"id":1,"product_id":2,"quantity":2,"price":"35.97","title":"Oolong"}]}\
            """;

        private static Map<String, String> headers(String signature) {
            return Map.of(
                    "Content-Type", "application/json",
                    "X-Shopify-Topic", "orders/paid",
                    "X-Shopify-Webhook-Id", "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
                    "X-Shopify-Hmac-SHA256", signature);
        }

        @Test
        void becomesAnOrder() throws Exception {
            assertThat(post("/webhooks/shopify/demo", BODY, headers(signature(BODY))))
                    .isEqualTo(200);

            assertThat(order("9007199254740993"))
                    .hasValueSatisfying(order -> assertThat(order.source()).isEqualTo(OrderSource.live("shopify")));
        }

        @Test
        void isRefusedWithAFlippedByte() throws Exception {
            var flipped = BODY.replace("9007199254740993", "9007199254740992");

            assertThat(post("/webhooks/shopify/demo", flipped, headers(signature(BODY))))
                    .isEqualTo(401);

            assertThat(order("9007199254740992")).isEmpty();
        }
    }

    @Nested
    class Woocommerce {

        private static final String BODY = """
            {"id":727,"status":"processing","currency":"CNY","total":"29.35","date_created_gmt":"2026-06-18T00:00:05",\
            "date_modified_gmt":"2026-06-18T00:00:09","date_paid_gmt":"2026-06-18T00:00:09","customer_id":12,\
            "line_items":[{"id":315,"product_id":93,"quantity":1,"price":29.35,"total":"29.35","name":"Oolong"}]}\
            """;

        @Test
        void becomesAnOrder() throws Exception {
            var headers = Map.of(
                    "Content-Type", "application/json",
                    "X-WC-Webhook-Topic", "order.created",
                    "X-WC-Webhook-Signature", signature(BODY));

            assertThat(post("/webhooks/woocommerce/demo", BODY, headers)).isEqualTo(200);

            assertThat(order("727"))
                    .hasValueSatisfying(order -> assertThat(order.source()).isEqualTo(OrderSource.live("woocommerce")));
        }

        @Test
        void pings() throws Exception {
            var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");

            assertThat(post("/webhooks/woocommerce/demo", "webhook_id=42", headers))
                    .isEqualTo(200);
        }
    }

    @Nested
    class Taobao {

        private static final DateTimeFormatter TIMESTAMP =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));

        private int push(String content) throws IOException, InterruptedException {
            var parameters = new TreeMap<>(Map.of(
                    "timestamp",
                    TIMESTAMP.format(system().clock().instant()),
                    "topic",
                    "taobao_trade_TradeBuyerPay",
                    "sign_method",
                    Method.HMAC_SHA256.key(),
                    "content",
                    content));
            parameters.put(
                    "sign", TaobaoSignature.sign(parameters, NO_BODY, Method.HMAC_SHA256, LocalSystem.WEBHOOK_SECRET));
            var form = parameters.entrySet().stream()
                    .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return post("/webhooks/taobao/demo", form, Map.of("Content-Type", "application/x-www-form-urlencoded"));
        }

        @Test
        void thatHoldsATradeBecomesAnOrder() throws Exception {
            var content = """
                {"trade_fullinfo_get_response":{"trade":{"tid":192364827791084123,"status":"WAIT_BUYER_PAY",\
                "created":"2026-06-18 00:00:04","modified":"2026-06-18 00:00:04","payment":"120.00",\
                "buyer_open_uid":"AAHd5d-EAAeGwJedwSHpg8bT","orders":{"order":[{"oid":192364827791084123,"num":1,\
                "num_iid":100018587597,"price":"120.00","payment":"120.00","title":"乌龙茶"}]}}}}\
                """;

            assertThat(push(content)).isEqualTo(200);

            assertThat(order("192364827791084123"))
                    .hasValueSatisfying(order -> assertThat(order.source()).isEqualTo(OrderSource.live("taobao")));
        }

        @Test
        void thatOnlyNamesATradeIsRejectedWhereTheStoreHasNoAccess() throws Exception {
            var content = "{\"tid\":192364827791084124,\"status\":\"WAIT_BUYER_PAY\"}";

            assertThat(push(content)).isEqualTo(200);

            assertThat(rejected())
                    .filteredOn(change -> change.original().equals(content))
                    .singleElement()
                    .satisfies(
                            change -> assertThat(change.rejection().message()).contains("taobaoApi"));
        }
    }

    @Test
    void ourOwnOrdersComeByTheirOwnRoute() throws Exception {
        var body = """
            [{"orderId":"A-1","buyerId":"B-1","status":"AWAITING_PAYMENT","orderedAt":"2026-06-18T00:00:05+08:00",\
            "modifiedAt":"2026-06-18T00:00:05+08:00","currency":"CNY","payable":"71.94"}]\
            """;
        var timestamp = Long.toString(system().clock().instant().getEpochSecond());
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "X-Groundswell-Store",
                LocalSystem.STORE,
                "X-Groundswell-Timestamp",
                timestamp,
                "X-Groundswell-Signature",
                signature(timestamp + "." + body));

        assertThat(post("/orders", body, headers)).isEqualTo(202);

        assertThat(order("A-1"))
                .hasValueSatisfying(order -> assertThat(order.source()).isEqualTo(OrderSource.LIVE));
    }
}
