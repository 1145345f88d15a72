package dev.groundswell.orderprojection;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.cloud.reminder.WakeUpTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.jr.ob.JSON;

class OrderProjectionHandlerTest {

    private static final Instant NOW = Instant.parse("2020-02-01T05:00:00Z");

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());
    private final TestContext context = new TestContext();

    @BeforeAll
    static void createTables() {
        aws.createTables("Stores", "Orders", "OrderBuyers", "Metrics", "Reminders");
    }

    @BeforeEach
    void saveStore() {
        new StoreTable(aws.clients().dynamoDb(), aws.table("Stores"))
                .save(new Store(store, "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")));
    }

    private static FunctionEnvironment environment() {
        return new FunctionEnvironment(
                Map.of(
                        "STORES_TABLE", aws.table("Stores"),
                        "ORDERS_TABLE", aws.table("Orders"),
                        "METRICS_TABLE", aws.table("Metrics"),
                        "REMINDERS_TABLE", aws.table("Reminders")),
                InstantSource.fixed(NOW),
                aws.clients());
    }

    private String answer(RequestStreamHandler handler, String event) {
        var answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context);
        } catch (IOException cannotHappen) {
            throw new AssertionError(cannotHappen);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private String projected(String... buyers) {
        return answer(new OrderProjectionHandler(environment(), new Random(1)), event(buyers));
    }

    private Map<String, Object> rebuilt(String mode) {
        return JSON.std.mapFrom(answer(
                new OrderRebuildHandler(environment(), new Random(1)),
                "{\"store\":\"" + store + "\",\"mode\":\"" + mode + "\"}"));
    }

    /** Records as the stream of a table with keys only has them, of the buyers' orders, numbered from 100. */
    private String event(String... buyers) {
        var number = new int[] {100};
        return Arrays.stream(buyers)
                .map(buyer -> """
                    {"eventID":"c81e728d9d4c2f636f067f89cc14862c","eventName":"MODIFY","eventVersion":"1.1",\
                    "eventSource":"aws:dynamodb","awsRegion":"eu-central-1","dynamodb":{\
                    "ApproximateCreationDateTime":1580486400,"Keys":{"sk":{"S":"order#T1"},"pk":{"S":"%s|%s"}},\
                    "SequenceNumber":"%d","SizeBytes":59,"StreamViewType":"KEYS_ONLY"},\
                    "eventSourceARN":"arn:aws:dynamodb:eu-central-1:123456789012:table/Orders/stream/x"}\
                    """.formatted(store, buyer, number[0]++))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    private void given(AnOrder order) {
        new OrderTable(aws.clients().dynamoDb(), aws.table("Orders"), aws.table("OrderBuyers"))
                .write(store, order.build());
    }

    private int orders(String buyer) {
        var profile = new CustomerProfileTable(aws.clients().dynamoDb(), aws.table("Orders"))
                .find(store, List.of(new BuyerId(buyer)))
                .get(new BuyerId(buyer));
        return profile == null ? 0 : profile.orders();
    }

    /** Those that wait to be looked at for their reminders. */
    private List<String> noted() {
        var client = aws.clients().dynamoDb();
        var wakeUps = new WakeUpTable(client, aws.table("Reminders"));
        return IntStream.range(0, WakeUps.SHARDS)
                .mapToObj(shard -> wakeUps.due(store, shard, NOW.plus(Duration.ofDays(1)), Optional.empty(), 10))
                .flatMap(page -> page.wakeUps().stream())
                .map(wakeUp -> wakeUp.order() + " " + wakeUp.due())
                .toList();
    }

    @Nested
    class AnOpenOrder {

        @Test
        void isLookedAtAMinuteAfterItWasPlaced() {
            given(anOrder("T1").by("B1"));

            projected("B1", "B1");

            assertThat(noted()).containsExactly("T1 2020-02-01T04:01:00Z");
        }

        @Test
        void isNotLookedAtIfItIsPaid() {
            given(anOrder("T1").by("B1").paidAt("2020-02-01T04:00:08Z"));

            projected("B1");

            assertThat(noted()).isEmpty();
        }

        @Test
        void thatTheStreamLostIsNotedByARepair() {
            given(anOrder("T1").by("B1"));

            rebuilt("COMPARE");
            assertThat(noted()).isEmpty();
            rebuilt("REPAIR");

            assertThat(noted()).hasSize(1);
        }
    }

    @Nested
    class AChangedBuyer {

        @Test
        void hasAProfileAfterwardsHoweverOftenToldOf() {
            given(anOrder("T1").by("B1").paidAt("2020-02-01T04:00:08Z"));
            given(anOrder("T2").by("B1"));

            assertThat(projected("B1", "B1")).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(projected("B1")).isEqualTo("{\"batchItemFailures\":[]}");

            assertThat(orders("B1")).isEqualTo(2);
            assertThat(rebuilt("COMPARE")).containsEntry("equal", true).containsEntry("orders", 2);
        }

        @Test
        void whoseOrdersCannotBeReadIsToComeAgainAndTheOthersAreDone() {
            given(anOrder("T1").by("B1"));
            given(anOrder("T2").by("B3"));
            aws.clients()
                    .dynamoDb()
                    .putItem(put -> put.tableName(aws.table("Orders"))
                            .item(Map.of(
                                    "pk", AttributeValue.fromS(store + "|B2"),
                                    "sk", AttributeValue.fromS("order#broken"),
                                    "snapshot", AttributeValue.fromS("{}"))));

            assertThat(projected("B1", "B2", "B3", "B2"))
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"101\"}]}");

            assertThat(orders("B1")).isEqualTo(1);
            assertThat(orders("B3")).isEqualTo(1);
            assertThat(context.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("buyer-not-projected"));
        }
    }

    @Nested
    class ARebuild {

        @Test
        void findsAndRepairsWhatWasMissed() {
            given(anOrder("T1").by("B1").paidAt("2020-02-01T04:00:08Z"));
            projected("B1");
            given(anOrder("T2").by("B2").paidAt("2020-02-01T04:00:08Z"));

            assertThat(rebuilt("COMPARE"))
                    .containsEntry("equal", false)
                    .containsEntry("differingProfiles", 1)
                    .containsEntry("totalsDiffer", true);
            rebuilt("REPAIR");

            assertThat(rebuilt("COMPARE"))
                    .containsEntry("equal", true)
                    .containsEntry("buyers", 2)
                    .containsEntry("differingCounters", 0);
        }

        @Test
        void ofAnUnknownStoreOrModeIsRefused() {
            var handler = new OrderRebuildHandler(environment(), new Random(1));

            assertThatThrownBy(() -> answer(handler, "{\"store\":\"nowhere\"}")).hasMessageContaining("nowhere");
            assertThatThrownBy(() -> rebuilt("ERASE")).hasMessageContaining("COMPARE or REPAIR");
        }
    }
}
