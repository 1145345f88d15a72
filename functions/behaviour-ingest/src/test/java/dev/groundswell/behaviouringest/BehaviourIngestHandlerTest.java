package dev.groundswell.behaviouringest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.order.RejectedChangeTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.RejectionCode;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.jr.ob.JSON;

class BehaviourIngestHandlerTest {

    private static final StoreId DEMO = new StoreId("demo");
    private static final String MESSAGE = "059f36b4-87a3-44ab-83d2-661975830a7d";
    private static final String NO_FAILURE = "{\"batchItemFailures\":[]}";

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final TestContext context = new TestContext();

    @BeforeAll
    static void createTables() {
        aws.createTables("Stores", "Orders", "RejectedChanges");
        new StoreTable(aws.clients().dynamoDb(), aws.table("Stores"))
                .save(new Store(DEMO, "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")));
    }

    private String answerTo(String body) {
        return answerTo(body, "demo");
    }

    private String answerTo(String body, String store) {
        var event = """
            {"Records":[{"messageId":"%s","body":%s,"attributes":{"SentTimestamp":"1580486400123"},\
            "messageAttributes":{"store":{"stringValue":"%s","dataType":"String"}},"eventSource":"aws:sqs"}]}\
            """.formatted(MESSAGE, JSON.std.asString(body), store);
        var answer = new ByteArrayOutputStream();
        var handler = new BehaviourIngestHandler(new FunctionEnvironment(
                Map.of(
                        "STORES_TABLE", aws.table("Stores"),
                        "STORE_ID", "demo",
                        "ORDERS_TABLE", aws.table("Orders"),
                        "REJECTED_CHANGES_TABLE", aws.table("RejectedChanges")),
                InstantSource.system(),
                aws.clients()));
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context);
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static String event(String buyer, String kind, String at) {
        return """
            {"buyerId":"%s","kind":"%s","itemId":"I1","at":"%s"}\
            """.formatted(buyer, kind, at);
    }

    private static List<BehaviourDay> days(String buyer) {
        return new BuyerHistoryTable(aws.clients().dynamoDb(), aws.table("Orders"))
                .ofBuyer(DEMO, new BuyerId(buyer))
                .days();
    }

    private static List<RejectedChange> rejected() {
        return new RejectedChangeTable(aws.clients().dynamoDb(), aws.table("RejectedChanges"))
                .newest(DEMO, 100, Optional.empty());
    }

    @Nested
    class AMessage {

        @Test
        void isKeptByTheDaysOfTheStore() {
            assertThat(answerTo("[" + event("B1", "VIEW", "2020-02-01T15:59:59Z") + ","
                            + event("B1", "VIEW", "2020-02-02T00:00:00+08:00") + "]"))
                    .isEqualTo(NO_FAILURE);

            assertThat(days("B1"))
                    .extracting(BehaviourDay::day)
                    .containsExactly(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 2));
        }

        @Test
        void isTheSameTheSecondTime() {
            var lines =
                    event("B2", "VIEW", "2020-02-01T10:00:00Z") + "\n" + event("B2", "CART", "2020-02-01T11:00:00Z");
            answerTo(lines);
            answerTo(lines);

            assertThat(days("B2"))
                    .singleElement()
                    .satisfies(day -> assertThat(day.events())
                            .extracting(BehaviourEvent::at)
                            .map(String::valueOf)
                            .containsExactly("2020-02-01T10:00:00Z", "2020-02-01T11:00:00Z"));
        }

        @Test
        void thatIsNoJsonComesAgain() {
            assertThat(answerTo("nonsense")).contains(MESSAGE);
            assertThat(context.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("message-unreadable"));
        }

        @Test
        void ofAnUnknownStoreComesAgain() {
            assertThat(answerTo(event("B3", "VIEW", "2020-02-01T10:00:00Z"), "nowhere"))
                    .contains(MESSAGE);
            assertThat(days("B3")).isEmpty();
        }
    }

    @Nested
    class AnInvalidEvent {

        @Test
        void isKeptAsItCameAndTheOthersAreTaken() {
            var invalid = event("B4", "LOOK", "2020-02-01T10:00:00Z");

            assertThat(answerTo("[" + invalid + "," + event("B4", "VIEW", "2020-02-01T10:00:00Z") + ", 8]"))
                    .isEqualTo(NO_FAILURE);

            assertThat(days("B4")).hasSize(1);
            assertThat(rejected())
                    .filteredOn(event -> event.original().equals(invalid))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.rejection().code()).isEqualTo(RejectionCode.INVALID);
                        assertThat(event.rejection().field()).isEqualTo("kind");
                    });
            assertThat(rejected()).extracting(RejectedChange::original).contains("8");
            assertThat(context.lines()).containsExactly("{\"event\":\"events-rejected\",\"count\":2}");
        }
    }
}
