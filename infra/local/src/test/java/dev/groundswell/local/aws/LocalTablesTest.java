package dev.groundswell.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/** Tables change under the command line's hands, though never under ours. */
class LocalTablesTest {

    private static final String TABLE = "Orders";

    private final LocalTables tables = LocalTables.open(Optional.empty());
    private final DynamoDbClient client = tables.client();

    @BeforeEach
    void aTableThatIsInUse() {
        create(client, TABLE);
        put(TABLE);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void aStreamThatIsSwitchedOnLaterHasWhatIsWrittenAfterwards() {
        client.updateTable(request -> request.tableName(TABLE)
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));
        put(TABLE);

        var stream = client.describeTable(request -> request.tableName(TABLE))
                .table()
                .latestStreamArn();
        assertThat(stream).isNotNull();
    }

    @Test
    void timeToLiveIsToldAsItWasSetLast() {
        client.updateTimeToLive(request -> request.tableName(TABLE)
                .timeToLiveSpecification(spec -> spec.attributeName("endsAt").enabled(true)));

        var told = client.describeTimeToLive(request -> request.tableName(TABLE));

        assertThat(told.timeToLiveDescription().attributeName()).isEqualTo("endsAt");
    }

    @Test
    void aTableThatWasDroppedIsGoneUntilItIsMadeAgain() {
        client.deleteTable(request -> request.tableName(TABLE));
        assertThatThrownBy(() -> put(TABLE)).isInstanceOf(ResourceNotFoundException.class);

        create(client, TABLE);

        put(TABLE);
        assertThat(count(client, TABLE)).isEqualTo(1);
    }

    @Test
    void aTableThatNobodyHasIsNotFound() {
        assertThatThrownBy(() -> put("Nowhere")).isInstanceOf(ResourceNotFoundException.class);
    }

    /** Metrics is with Orders, Messages alone, and Links with the others. */
    @Nested
    class TablesOfSeveralGroups {

        @BeforeEach
        void ofEachGroup() {
            Stream.of("Metrics", "Messages", "Links").forEach(table -> create(client, table));
        }

        @Test
        void areWrittenAndReadInOneBatch() {
            var written = client.batchWriteItem(request -> request.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .requestItems(
                            Map.of("Orders", puts("two"), "Messages", puts("two"), "Links", puts("two", "three"))));

            assertThat(written.unprocessedItems()).isEmpty();
            assertThat(written.consumedCapacity()).hasSize(3);
            var read = client.batchGetItem(request -> request.requestItems(
                    Map.of("Orders", keys("one", "two"), "Messages", keys("one", "two"), "Links", keys("three"))));
            assertThat(read.responses().get("Orders")).containsExactlyInAnyOrder(item("one"), item("two"));
            assertThat(read.responses().get("Messages")).containsExactly(item("two"));
            assertThat(read.responses().get("Links")).containsExactly(item("three"));
            assertThat(read.unprocessedKeys()).isEmpty();
            assertThat(read.hasConsumedCapacity()).isFalse();
        }

        @Test
        void areReadByTheSdksPaginators() {
            put("Messages");

            assertThat(client
                            .batchGetItemPaginator(request ->
                                    request.requestItems(Map.of("Orders", keys("one"), "Messages", keys("one"))))
                            .stream()
                            .flatMap(page -> page.responses().keySet().stream()))
                    .containsExactlyInAnyOrder("Orders", "Messages");
            assertThat(client.scanPaginator(request -> request.tableName("Messages"))
                            .items())
                    .hasSize(1);
        }

        @Test
        void takeNoMoreInABatchThanDynamoDbDoes() {
            var many = IntStream.range(0, 25).mapToObj(Integer::toString).toArray(String[]::new);

            assertThatThrownBy(() -> client.batchWriteItem(
                            request -> request.requestItems(Map.of("Links", puts(many), "Messages", puts("one")))))
                    .isInstanceOf(DynamoDbException.class)
                    .hasMessageContaining("Too many items");
            assertThat(count(client, "Links") + count(client, "Messages")).isZero();
        }

        @Test
        void areWrittenInATransactionWithinAGroup() {
            client.transactWriteItems(
                    request -> request.transactItems(transactional("Orders", "two"), transactional("Metrics", "two")));

            assertThat(count(client, "Orders")).isEqualTo(2);
            assertThat(count(client, "Metrics")).isEqualTo(1);
            assertThat(client.transactGetItems(
                                    request -> request.transactItems(transactional("Orders"), transactional("Metrics")))
                            .responses())
                    .hasSize(2);
        }

        @Test
        void areNotWrittenInATransactionOverGroups() {
            assertThatThrownBy(() -> client.transactWriteItems(request ->
                            request.transactItems(transactional("Orders", "two"), transactional("Messages", "two"))))
                    .isInstanceOf(DynamoDbException.class)
                    .hasMessageContaining("[Orders], [Messages]")
                    .hasMessageContaining("TableGroups");

            assertThat(count(client, "Orders")).isEqualTo(1);
            assertThat(count(client, "Messages")).isZero();
        }

        @Test
        void areNotReadInATransactionOverGroups() {
            assertThatThrownBy(() -> client.transactGetItems(
                            request -> request.transactItems(transactional("Metrics"), transactional("Links"))))
                    .isInstanceOf(DynamoDbException.class)
                    .hasMessageContaining("[Metrics], [Links]");
        }

        @Test
        void areListedByName() {
            var first = client.listTables(request -> request.limit(3));
            var second = client.listTables(
                    request -> request.limit(3).exclusiveStartTableName(first.lastEvaluatedTableName()));

            assertThat(first.tableNames()).containsExactly("Links", "Messages", "Metrics");
            assertThat(second.tableNames()).containsExactly("Orders");
            assertThat(second.lastEvaluatedTableName()).isNull();
            assertThat(client.listTables().tableNames()).containsExactly("Links", "Messages", "Metrics", "Orders");
            assertThat(client.listTablesPaginator(request -> request.limit(1)).tableNames())
                    .containsExactly("Links", "Messages", "Metrics", "Orders");
        }

        @Test
        void areFoundInStatements() {
            put("Messages");
            put("Links");

            assertThat(client.executeStatement(request -> request.statement("select * from Messages where pk = 'one'"))
                            .items())
                    .containsExactly(item("one"));
            client.executeStatement(request -> request.statement("INSERT INTO \"Links\" VALUE {'pk': 'FROM Orders'}"));
            client.executeStatement(request -> request.statement("DELETE FROM \"Messages\" WHERE pk = 'one'"));
            assertThat(count(client, "Links")).isEqualTo(2);
            assertThat(count(client, "Messages")).isZero();
        }

        @Test
        void answerABatchOfStatementsInItsOrder() {
            put("Messages");
            put("Messages", "two");

            assertThat(client.batchExecuteStatement(request -> request.statements(
                                    of("Messages", "one"),
                                    of("Orders", "one"),
                                    of("Links", "one"),
                                    of("Messages", "two")))
                            .responses())
                    .extracting(BatchStatementResponse::tableName, BatchStatementResponse::item)
                    .containsExactly(
                            tuple("Messages", item("one")),
                            tuple("Orders", item("one")),
                            tuple("Links", Map.of()),
                            tuple("Messages", item("two")));
        }

        @Test
        void areNotChangedByStatementsOfATransactionOverGroups() {
            assertThatThrownBy(() -> client.executeTransaction(
                            request -> request.transactStatements(inserting("Messages"), inserting("Links"))))
                    .isInstanceOf(DynamoDbException.class)
                    .hasMessageContaining("TableGroups");

            assertThat(count(client, "Links") + count(client, "Messages")).isZero();
        }

        @Test
        void areFoundByTheirArn() {
            put("Messages");
            String arn = client.describeTable(request -> request.tableName("Messages"))
                    .table()
                    .tableArn();

            assertThat(count(client, arn)).isEqualTo(1);
        }

        @Test
        void haveTheirStreams() {
            List.of("Links", "Messages", "Orders")
                    .forEach(table -> client.updateTable(request -> request.tableName(table)
                            .streamSpecification(
                                    stream -> stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY))));
            List.of("Links", "Messages", "Orders").forEach(table -> put(table, table));

            var first = tables.streams().listStreams(request -> request.limit(2));
            var second = tables.streams()
                    .listStreams(request -> request.limit(2).exclusiveStartStreamArn(first.lastEvaluatedStreamArn()));

            assertThat(Stream.concat(first.streams().stream(), second.streams().stream())
                            .map(stream -> stream.tableName() + " " + keysIn(stream.streamArn())))
                    .containsExactly("Links [Links]", "Messages [Messages]", "Orders [Orders]");
            assertThat(second.lastEvaluatedStreamArn()).isNull();
            assertThat(tables.streams()
                            .listStreams(request -> request.tableName("Messages"))
                            .streams())
                    .hasSize(1);
        }

        private List<String> keysIn(String stream) {
            var shard = tables.streams()
                    .describeStream(request -> request.streamArn(stream))
                    .streamDescription()
                    .shards()
                    .getFirst();
            var iterator = tables.streams()
                    .getShardIterator(request -> request.streamArn(stream)
                            .shardId(shard.shardId())
                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
            var read = tables.streams().getRecords(request -> request.shardIterator(iterator));
            var after = tables.streams()
                    .getRecords(request -> request.shardIterator(read.nextShardIterator()))
                    .records();
            return Stream.concat(read.records().stream(), after.stream())
                    .map(Record::dynamodb)
                    .map(change -> change.keys().get("pk"))
                    .map(AttributeValue::s)
                    .toList();
        }
    }

    @Nested
    class InADirectory {

        @TempDir
        private Path directory = Path.of("");

        @Test
        void tablesOfEachGroupAreThereAgain() {
            try (var before = LocalTables.open(Optional.of(directory))) {
                Stream.of("Orders", "Messages", "Links").forEach(table -> create(before.client(), table));
                Stream.of("Orders", "Messages", "Links").forEach(table -> put(before.client(), table, "kept"));
                before.savePosition("Projection", "shard", "17");
            }

            try (var again = LocalTables.open(Optional.of(directory))) {
                assertThat(again.client().listTables().tableNames()).containsExactly("Links", "Messages", "Orders");
                assertThat(Stream.of("Orders", "Messages", "Links").map(table -> count(again.client(), table)))
                        .containsOnly(1);
                assertThat(again.position("Projection", "shard")).contains("17");
            }
        }

        @Test
        void oneFromBeforeThereWereGroupsHasWhatItHad() {
            beforeGroups("Orders", "Messages");

            try (var now = LocalTables.open(Optional.of(directory))) {
                assertThat(count(now.client(), "Orders")).isEqualTo(1);
                assertThat(count(now.client(), "Messages")).isEqualTo(1);

                create(now.client(), "Metrics");
                now.client()
                        .transactWriteItems(request ->
                                request.transactItems(transactional("Orders", "two"), transactional("Metrics", "two")));
            }

            try (var again = LocalTables.open(Optional.of(directory))) {
                assertThat(count(again.client(), "Orders")).isEqualTo(2);
                assertThat(count(again.client(), "Metrics")).isEqualTo(1);
            }
        }

        @Test
        void tablesThatAreThereTwiceAreNotChosenFrom() {
            try (var before = LocalTables.open(Optional.of(directory))) {
                create(before.client(), "Orders");
            }
            beforeGroups("Orders");

            assertThatThrownBy(() -> LocalTables.open(Optional.of(directory)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Orders in tables-Orders.db and another in tables.db");
        }

        /** What an older version leaves. */
        private void beforeGroups(String... names) {
            var store = new TableStore(directory.resolve("tables.db").toFile());
            var local = new LocalDBClient(store, new JobsRegister(Executors.newFixedThreadPool(2), false));
            for (String name : names) {
                create(local.dynamoDbClient(), name);
                put(local.dynamoDbClient(), name, "old");
            }
            local.shutdown();
        }
    }

    private static void create(DynamoDbClient client, String table) {
        client.createTable(request -> request.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
    }

    private void put(String table) {
        put(table, "one");
    }

    private void put(String table, String key) {
        put(client, table, key);
    }

    private static void put(DynamoDbClient client, String table, String key) {
        client.putItem(request -> request.tableName(table).item(item(key)));
    }

    private static int count(DynamoDbClient client, String table) {
        return client.scan(request -> request.tableName(table)).count();
    }

    private static Map<String, AttributeValue> item(String key) {
        return Map.of("pk", AttributeValue.fromS(key));
    }

    private static List<WriteRequest> puts(String... keys) {
        return Stream.of(keys)
                .map(key -> WriteRequest.builder()
                        .putRequest(put -> put.item(item(key)))
                        .build())
                .toList();
    }

    private static KeysAndAttributes keys(String... keys) {
        return KeysAndAttributes.builder()
                .keys(Stream.of(keys).map(LocalTablesTest::item).toList())
                .build();
    }

    private static TransactWriteItem transactional(String table, String key) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item(key)))
                .build();
    }

    private static TransactGetItem transactional(String table) {
        return TransactGetItem.builder()
                .get(get -> get.tableName(table).key(item("two")))
                .build();
    }

    private static BatchStatementRequest of(String table, String key) {
        return BatchStatementRequest.builder()
                .statement("SELECT * FROM \"" + table + "\" WHERE pk = '" + key + "'")
                .build();
    }

    private static ParameterizedStatement inserting(String table) {
        return ParameterizedStatement.builder()
                .statement("INSERT INTO \"" + table + "\" VALUE {'pk': 'one'}")
                .build();
    }
}
