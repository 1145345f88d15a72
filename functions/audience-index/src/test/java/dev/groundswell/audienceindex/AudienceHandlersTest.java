package dev.groundswell.audienceindex;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.audience.AudienceTable;
import dev.groundswell.cloud.customer.CustomerProfileJson;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.Delta;
import dev.groundswell.core.audience.ReadAudience;
import dev.groundswell.core.audience.RememberedRows;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.jr.ob.JSON;

class AudienceHandlersTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final Store store =
            new Store(new StoreId(UUID.randomUUID().toString()), "Demo", AnOrder.CNY, ZoneId.of("Asia/Shanghai"));
    private final TestContext context = new TestContext();

    @BeforeAll
    static void createThings() {
        aws.createTables("Stores", "Orders", "Audience");
        aws.createQueues("AudienceCompactions");
    }

    @BeforeEach
    void saveStore() {
        new StoreTable(aws.clients().dynamoDb(), aws.table("Stores")).save(store);
    }

    private static FunctionEnvironment environment() {
        return new FunctionEnvironment(
                Map.of(
                        "STORES_TABLE", aws.table("Stores"),
                        "ORDERS_TABLE", aws.table("Orders"),
                        "AUDIENCE_TABLE", aws.table("Audience"),
                        "AUDIENCE_COMPACTIONS_QUEUE", aws.queue("AudienceCompactions"),
                        "DELTAS_A_HINT", "1",
                        "DELTAS_A_FOLD", "2",
                        "ROWS_A_BLOCK", "4"),
                InstantSource.system(),
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

    private String indexed(String... buyers) {
        var number = new int[] {100};
        return answer(
                new AudienceIndexHandler(environment(), new Random(1)),
                Arrays.stream(buyers)
                        .map(buyer -> """
                            {"eventID":"c81e","eventName":"MODIFY","eventSource":"aws:dynamodb","dynamodb":{\
                            "Keys":{"sk":{"S":"profile"},"pk":{"S":"%s|%s"}},"SequenceNumber":"%d",\
                            "StreamViewType":"KEYS_ONLY"}}\
                            """.formatted(store.id(), buyer, number[0]++))
                        .collect(Collectors.joining(",", "{\"Records\":[", "]}")));
    }

    private String compacted(String body) {
        var event = JSON.std.asString(Map.of("Records", List.of(Map.of("messageId", "m1", "body", body))));
        return answer(new AudienceCompactionHandler(environment(), new Random(2)), event);
    }

    private Map<String, Object> rebuilt(String mode) {
        return JSON.std.mapFrom(answer(
                new AudienceRebuildHandler(environment(), new Random(3)),
                "{\"store\":\"" + store.id() + "\",\"mode\":\"" + mode + "\"}"));
    }

    private void givenProfile(String buyer, long version) {
        var id = new BuyerId(buyer);
        var history = new BuyerHistory(List.of(anOrder("T-" + buyer).by(buyer).build()), List.of());
        aws.clients()
                .dynamoDb()
                .putItem(put -> put.tableName(aws.table("Orders"))
                        .item(Map.of(
                                "pk", AttributeValue.fromS(store.id() + "|" + buyer),
                                "sk", AttributeValue.fromS("profile"),
                                "version", AttributeValue.fromN(Long.toString(version)),
                                "profile",
                                        AttributeValue.fromS(
                                                CustomerProfileJson.write(CustomerProfile.of(id, history, store))))));
    }

    private AudienceTable shards() {
        return new AudienceTable(aws.clients().dynamoDb(), aws.table("Audience"));
    }

    private int customers() {
        var index = new ReadAudience(shards(), new RememberedRows(0));
        return IntStream.range(0, AudienceIndex.SHARDS)
                .map(shard -> index.read(store.id(), shard).rows().customers())
                .sum();
    }

    private static int shard(String buyer) {
        return new Delta.Gone(new BuyerId(buyer)).shard();
    }

    private static List<String> asked() {
        var all = new ArrayList<String>();
        List<Message> some;
        do {
            some = aws.clients()
                    .sqs()
                    .receiveMessage(receive ->
                            receive.queueUrl(aws.queue("AudienceCompactions")).maxNumberOfMessages(10))
                    .messages();
            some.forEach(message -> aws.clients()
                    .sqs()
                    .deleteMessage(delete ->
                            delete.queueUrl(aws.queue("AudienceCompactions")).receiptHandle(message.receiptHandle())));
            some.forEach(message -> all.add(message.body()));
        } while (!some.isEmpty());
        return all;
    }

    @Nested
    class AChangedProfile {

        @Test
        void isInTheIndexHoweverOftenToldOf() {
            givenProfile("B1", 1);
            givenProfile("B2", 4);

            assertThat(indexed("B1", "B2", "B1")).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(indexed("B2")).isEqualTo("{\"batchItemFailures\":[]}");

            assertThat(customers()).isEqualTo(2);
            assertThat(rebuilt("COMPARE")).containsEntry("equal", true).containsEntry("profiles", 2);
        }

        @Test
        void asksForItsShardToBeFolded() {
            asked();
            givenProfile("B1", 1);
            indexed("B1");
            var body = asked().getFirst();

            assertThat(JSON.std.mapFrom(body)).containsEntry("shard", shard("B1"));
            assertThat(compacted(body)).isEqualTo("{\"batchItemFailures\":[]}");

            assertThat(shards().manifest(store.id(), shard("B1")).value().rows())
                    .isEqualTo(1);
            assertThat(customers()).isEqualTo(1);
        }

        @Test
        void thatCannotBeReadIsToComeAgainWithItsWholeBatch() {
            aws.clients()
                    .dynamoDb()
                    .putItem(put -> put.tableName(aws.table("Orders"))
                            .item(Map.of(
                                    "pk", AttributeValue.fromS(store.id() + "|B1"),
                                    "sk", AttributeValue.fromS("profile"))));

            assertThatThrownBy(() -> indexed("B1")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class TheDailySchedule {

        @Test
        void asksForEveryShardOfEveryStore() {
            asked();

            answer(
                    new AudienceCompactionHandler(environment(), new Random(2)),
                    "{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\",\"detail\":{}}");

            assertThat(asked().stream()
                            .map(JSON.std::mapFrom)
                            .filter(message -> store.id().value().equals(message.get("store")))
                            .filter(message -> Boolean.TRUE.equals(message.get("sweep")))
                            .map(message -> message.get("shard")))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, AudienceIndex.SHARDS).boxed().toList());
        }

        @Test
        void foldsAndSweeps() {
            givenProfile("B1", 1);
            indexed("B1");

            compacted("{\"store\":\"%s\",\"shard\":%d,\"sweep\":true}".formatted(store.id(), shard("B1")));

            assertThat(shards().manifest(store.id(), shard("B1")).value().rows())
                    .isEqualTo(1);
        }
    }

    @Test
    void aMessageThatNamesNoShardComesAgainUntilItIsDead() {
        assertThat(compacted("{\"store\":\"demo\",\"shard\":16}"))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        assertThat(compacted("hello")).contains("m1");
        assertThat(context.lines()).hasSize(2).allMatch(line -> line.contains("message-unreadable"));
    }

    @Nested
    class ARebuild {

        @Test
        void findsAndRepairsWhatWasMissed() {
            givenProfile("B1", 1);
            indexed("B1");
            givenProfile("B1", 2);
            givenProfile("B2", 1);

            assertThat(rebuilt("COMPARE"))
                    .containsEntry("equal", false)
                    .containsEntry("missingRows", 1)
                    .containsEntry("differingRows", 1)
                    .containsEntry("surplusRows", 0);
            rebuilt("REPAIR");

            assertThat(rebuilt("COMPARE")).containsEntry("equal", true).containsEntry("rows", 2);
        }

        @Test
        void ofAnUnknownStoreOrModeIsRefused() {
            var handler = new AudienceRebuildHandler(environment(), new Random(1));

            assertThatThrownBy(() -> answer(handler, "{\"store\":\"nowhere\"}")).hasMessageContaining("nowhere");
            assertThatThrownBy(() -> rebuilt("ERASE")).hasMessageContaining("COMPARE or REPAIR");
        }
    }
}
