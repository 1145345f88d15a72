package dev.groundswell.orderingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.cloud.order.RejectedChangeTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.RejectionCode;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.jr.ob.JSON;

class OrderIngestHandlerTest {

    private static final StoreId DEMO = new StoreId("demo");
    private static final String MESSAGE = "059f36b4-87a3-44ab-83d2-661975830a7d";

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final TestContext context = new TestContext();

    @BeforeAll
    static void createTables() {
        aws.createTables("Stores", "Orders", "OrderBuyers", "RejectedChanges");
        new StoreTable(aws.clients().dynamoDb(), aws.table("Stores"))
                .save(new Store(DEMO, "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")));
    }

    private String answerTo(String body) {
        return answerTo(body, "demo");
    }

    private String answerTo(String body, String store) {
        var quoted = JSON.std.asString(body);
        var event = resource("/sqs-event.json").replace("\"BODY\"", quoted).replace("\"STORE\"", "\"" + store + "\"");
        var answer = new ByteArrayOutputStream();
        var handler = new OrderIngestHandler(new FunctionEnvironment(
                Map.of(
                        "STORES_TABLE", aws.table("Stores"),
                        "STORE_ID", "demo",
                        "SECRETS_PREFIX", aws.secretsPrefix(),
                        "ORDERS_TABLE", aws.table("Orders"),
                        "ORDER_BUYERS_TABLE", aws.table("OrderBuyers"),
                        "REJECTED_CHANGES_TABLE", aws.table("RejectedChanges")),
                InstantSource.system(),
                aws.clients()));
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context);
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try (var stream = OrderIngestHandlerTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String change(String id) {
        return """
            {"orderId":"%s","buyerId":"B1","status":"PAID","orderedAt":"2020-02-01T00:14:15+08:00",\
            "paidAt":"2020-02-01T00:14:20+08:00","modifiedAt":"2020-02-01T00:14:20+08:00","currency":"CNY",\
            "payable":"38.00","paid":"0.00"}\
            """.formatted(id);
    }

    private static List<Order> orders(String... ids) {
        var table = new OrderTable(aws.clients().dynamoDb(), aws.table("Orders"), aws.table("OrderBuyers"));
        return List.copyOf(
                table.find(DEMO, List.of(ids).stream().map(OrderId::new).toList())
                        .values());
    }

    private static List<RejectedChange> rejected() {
        return new RejectedChangeTable(aws.clients().dynamoDb(), aws.table("RejectedChanges"))
                .newest(DEMO, 100, Optional.empty());
    }

    @Nested
    class AMessage {

        @Test
        void ofOneChangeBecomesAnOrder() {
            assertThat(answerTo(change("one"))).isEqualTo("{\"batchItemFailures\":[]}");

            assertThat(orders("one"))
                    .singleElement()
                    .satisfies(order -> assertThat(order.isPaid()).isTrue());
        }

        @Test
        void ofManyChangesBecomesManyOrders() {
            answerTo("[" + change("two") + ",\n" + change("three") + "]");

            assertThat(orders("two", "three")).hasSize(2);
        }

        @Test
        void thatIsNoJsonComesAgain() {
            assertThat(answerTo("[" + change("four") + ", {"))
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + MESSAGE + "\"}]}");

            assertThat(orders("four")).isEmpty();
            assertThat(context.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("message-unreadable"));
        }

        @Test
        void ofAnUnknownStoreComesAgain() {
            assertThat(answerTo(change("five"), "nowhere")).contains(MESSAGE);
            assertThat(answerTo(change("five"), "NO STORE|")).contains(MESSAGE);
        }
    }

    @Nested
    class AnInvalidChange {

        @Test
        void isKeptAsItCameAndTheOthersAreWritten() {
            var invalid = "{\"orderId\" : \"six\", \"payable\": 1.50}";

            assertThat(answerTo("[" + invalid + "," + change("seven") + ", 8]"))
                    .isEqualTo("{\"batchItemFailures\":[]}");

            assertThat(orders("seven")).hasSize(1);
            assertThat(rejected())
                    .filteredOn(change -> change.original().equals(invalid))
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.rejection().code()).isEqualTo(RejectionCode.MISSING);
                        assertThat(change.receivedAt()).isEqualTo("2020-01-31T16:00:00.123Z");
                    });
            assertThat(rejected()).extracting(RejectedChange::original).contains("8");
            assertThat(context.lines()).containsExactly("{\"event\":\"changes-rejected\",\"count\":2}");
        }
    }
}
