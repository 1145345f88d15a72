package dev.groundswell.local.aws;

import dev.groundswell.local.template.TableResource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.embedded.DDBExceptionMappingInvocationHandler;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/**
 * DynamoDB Local in this process, in memory or in a directory: one for each of {@link TableGroups}. Tables are made once and never
 * dropped: re-creating a table with a stream in one instance makes it slow.
 */
public final class LocalTables implements AutoCloseable {

    /** DynamoDB Local's own number: it runs table creation and expiry on them. */
    private static final int JOB_THREADS = 10;

    private static final List<String> READS =
            List.of("get", "batchGet", "transactGet", "query", "scan", "describe", "list", "close", "serviceName");

    private final TableStore positions;
    private final List<LocalDBClient> locals;
    private final TableEndpoint endpoint;
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;
    private final ExecutorService calls = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("tables-", 0).factory());
    private final AtomicLong writes = new AtomicLong();
    private final Map<String, String> streamArns = new ConcurrentHashMap<>();

    private LocalTables(List<TableStore> stores, TableGroups groups) {
        this.positions = stores.get(TableGroups.OTHERS);
        this.locals = stores.stream().map(LocalTables::local).toList();
        var routed = new RoutedTables(
                groups,
                locals.stream().map(LocalDBClient::dynamoDbClient).toList(),
                locals.stream().map(LocalDBClient::dynamoDbStreamsClient).toList());
        this.endpoint = new TableEndpoint(watched(DynamoDbClient.class, routed.client(), false), routed.streams());
        this.client = watched(DynamoDbClient.class, routed.client(), true);
        this.streams = watched(DynamoDbStreamsClient.class, routed.streams(), true);
    }

    private static LocalDBClient local(TableStore store) {
        return new LocalDBClient(store, new JobsRegister(Executors.newFixedThreadPool(JOB_THREADS), false));
    }

    /** Opens the tables that lie in {@code directory}, or new ones in memory. */
    public static LocalTables open(Optional<Path> directory) {
        loadNativeLibrary();
        List<TableStore> stores = IntStream.range(0, TableGroups.COUNT)
                .mapToObj(group -> new TableStore(directory
                        .map(path -> path.resolve(TableGroups.fileName(group)).toFile())
                        .orElse(null)))
                .toList();
        return new LocalTables(
                stores, new TableGroups(stores.stream().map(TableStore::tables).toList()));
    }

    private static void loadNativeLibrary() {
        try {
            SQLiteLibraryLoader.initialize();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "DynamoDB Local has no SQLite for this machine (" + System.getProperty("os.name") + ", "
                            + System.getProperty("os.arch") + "): " + e.getMessage(),
                    e);
        }
    }

    /** Serves the tables on this port of the loopback interface too. */
    public void listen(int port) {
        endpoint.start(port);
    }

    public DynamoDbClient client() {
        return client;
    }

    public DynamoDbStreamsClient streams() {
        return streams;
    }

    /** The ARN under which DynamoDB Local knows the table's stream. */
    public String streamArn(TableResource table) {
        return Optional.ofNullable(streamArns.get(table.name())).orElseThrow();
    }

    public Optional<String> position(String mapping, String shard) {
        return positions.position(mapping, shard);
    }

    public void savePosition(String mapping, String shard, String sequenceNumber) {
        positions.savePosition(mapping, shard, sequenceNumber);
    }

    /** Creates what does not exist yet. Time-to-live works on the wall clock, so it is left off where time is not. */
    public void create(List<TableResource> tables, boolean expireItems) {
        List<String> existing = client.listTables().tableNames();
        for (TableResource table : tables) {
            if (!existing.contains(table.name())) {
                client.createTable(request(table));
            }
            table.timeToLiveAttribute()
                    .filter(_ -> expireItems && !existing.contains(table.name()))
                    .ifPresent(attribute -> expire(table.name(), attribute));
            table.streamViewType().ifPresent(_ -> streamArns.put(table.name(), latestStream(table.name())));
        }
    }

    private String latestStream(String table) {
        return client.describeTable(request -> request.tableName(table)).table().latestStreamArn();
    }

    private void expire(String table, String attribute) {
        client.updateTimeToLive(request -> request.tableName(table)
                .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true)));
    }

    private static CreateTableRequest request(TableResource table) {
        var request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(schema(table.key()))
                .attributeDefinitions(table.attributeTypes().entrySet().stream()
                        .map(entry -> AttributeDefinition.builder()
                                .attributeName(entry.getKey())
                                .attributeType(entry.getValue())
                                .build())
                        .toList());
        table.streamViewType()
                .ifPresent(view -> request.streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(view)));
        List<GlobalSecondaryIndex> global = indexes(table, true)
                .map(index -> GlobalSecondaryIndex.builder()
                        .indexName(index.name())
                        .keySchema(schema(index.key()))
                        .projection(projection(index))
                        .build())
                .toList();
        List<LocalSecondaryIndex> local = indexes(table, false)
                .map(index -> LocalSecondaryIndex.builder()
                        .indexName(index.name())
                        .keySchema(schema(index.key()))
                        .projection(projection(index))
                        .build())
                .toList();
        // An empty list is refused where a missing one is not.
        return request.globalSecondaryIndexes(global.isEmpty() ? null : global)
                .localSecondaryIndexes(local.isEmpty() ? null : local)
                .build();
    }

    private static Stream<TableResource.Index> indexes(TableResource table, boolean global) {
        return table.indexes().stream().filter(index -> index.global() == global);
    }

    private static List<KeySchemaElement> schema(TableResource.Key key) {
        return Stream.concat(
                        Stream.of(element(key.hash(), KeyType.HASH)),
                        key.range().map(range -> element(range, KeyType.RANGE)).stream())
                .toList();
    }

    private static KeySchemaElement element(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static Projection projection(TableResource.Index index) {
        var projection = Projection.builder().projectionType(index.projection());
        return index.projected().isEmpty()
                ? projection.build()
                : projection.nonKeyAttributes(index.projected()).build();
    }

    @Override
    public void close() {
        endpoint.close();
        locals.forEach(LocalDBClient::shutdown);
    }

    /**
     * Runs a call where its thread is cheap to wake. DynamoDB Local hands each item of a call to its one SQLite thread and waits
     * in {@code Object.wait}, holding its table's lock; waking a virtual thread from that goes by way of two other threads.
     */
    private Object onPlatformThread(Callable<Object> call) throws Throwable {
        if (!Thread.currentThread().isVirtual()) {
            return call.call();
        }
        var done = calls.submit(call);
        var interrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How many calls have written, or may have: unchanged means that no stream has anything new. */
    public long writes() {
        return writes.get();
    }

    /** Counts writes; DynamoDB Local throws its own exceptions where the SDK's are expected, unless for its own server. */
    private <C> C watched(Class<C> type, C delegate, boolean mapsErrors) {
        InvocationHandler handler = (_, method, arguments) -> {
            try {
                return method.getName().equals("close")
                        ? null
                        : onPlatformThread(() -> method.invoke(delegate, arguments));
            } catch (InvocationTargetException e) {
                if (mapsErrors && e.getCause() instanceof DynamoDBLocalServiceException refusal) {
                    DDBExceptionMappingInvocationHandler.handleDynamoDBLocalServiceException(refusal);
                }
                throw e.getCause();
            } finally {
                if (READS.stream().noneMatch(method.getName()::startsWith)) {
                    writes.incrementAndGet();
                }
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
