package dev.groundswell.cloud.endpoint;

import dev.groundswell.cloud.endpoint.bucket.FolderBuckets;
import dev.groundswell.cloud.function.AwsClients;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class the tables, queues and buckets of {@code template.yaml}, at the first of these that is there:
 *
 * <ol>
 *   <li>the endpoint that the variable {@code AWS_ENDPOINT_URL} names: any emulator, or AWS itself;
 *   <li>LocalStack in Docker, if the system property {@code groundswell.localstack} is {@code true};
 *   <li>DynamoDB Local, ElasticMQ and {@link FolderBuckets} in this JVM.
 * </ol>
 *
 * {@snippet :
 * @RegisterExtension
 * static final AwsEndpoint aws = new AwsEndpoint();
 *
 * @BeforeAll
 * static void createTables() {
 *     aws.createTables("Orders", "OrderBuyers");
 * }
 * }
 *
 * Names are made up afresh for each test class, so classes never meet and an endpoint may be shared.
 */
public final class AwsEndpoint implements BeforeAllCallback, AfterAllCallback {

    /** The output of a build says once what its tests ran against. */
    private static final AtomicReference<String> ANNOUNCED = new AtomicReference<>("");

    private final DeclaredResources declared = DeclaredResources.ofTemplate();
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, String> queues = new HashMap<>();
    private final Map<String, String> buckets = new HashMap<>();
    private final Set<String> secrets = new HashSet<>();
    private @Nullable Endpoint endpoint;
    private String prefix = "";
    private String testClass = "";

    /** How many classes deep we are: JUnit calls back for the class itself and for each nested one. */
    private int depth;

    /** The clients of this test class. */
    public AwsClients clients() {
        return endpoint().clients();
    }

    /** Whether the endpoint is this JVM's own, which the embedded emulators' limits and abilities go with. */
    public boolean isEmbedded() {
        return endpoint().isEmbedded();
    }

    /**
     * Skips a test of hundreds of transactions at an endpoint that cannot do them in reasonable time, and says so. In a
     * {@code @BeforeAll} it skips the class.
     */
    public void assumeManyTransactions() {
        endpoint().obstacleToManyTransactions().ifPresent(obstacle -> {
            System.out.println("Skipped at " + endpoint().description() + ": " + testClass + ". " + obstacle);
            Assumptions.abort(obstacle);
        });
    }

    /**
     * Creates tables as the template declares them.
     *
     * @throws IllegalArgumentException if the template declares no such table
     */
    public void createTables(String... logicalIds) {
        var dynamoDb = clients().dynamoDb();
        for (var logicalId : logicalIds) {
            var name = prefix + logicalId;
            dynamoDb.createTable(declared.table(logicalId, name));
            tables.put(logicalId, name);
        }
        try (var waiter = dynamoDb.waiter()) {
            tables.values().forEach(name -> waiter.waitUntilTableExists(request -> request.tableName(name)));
        }
    }

    /**
     * Creates queues with the visibility time-outs that the template declares, without their redrive policies.
     *
     * @throws IllegalArgumentException if the template declares no such queue
     */
    public void createQueues(String... logicalIds) {
        for (var logicalId : logicalIds) {
            var request = declared.queue(logicalId, prefix + logicalId);
            queues.put(logicalId, clients().sqs().createQueue(request).queueUrl());
        }
    }

    /**
     * Creates buckets, without the rules that the template gives them.
     *
     * @throws IllegalArgumentException if the template declares no such bucket
     */
    public void createBuckets(String... logicalIds) {
        for (var logicalId : logicalIds) {
            declared.requireBucket(logicalId);
            var name = (prefix + logicalId).toLowerCase(Locale.ROOT);
            clients().s3().createBucket(request -> request.bucket(name));
            buckets.put(logicalId, name);
        }
    }

    /** The name of a table that {@link #createTables} made. */
    public String table(String logicalId) {
        return Objects.requireNonNull(tables.get(logicalId), () -> "First: createTables(\"" + logicalId + "\")");
    }

    /** The address of a queue that {@link #createQueues} made. */
    public String queue(String logicalId) {
        return Objects.requireNonNull(queues.get(logicalId), () -> "First: createQueues(\"" + logicalId + "\")");
    }

    /** What the names of this test class's secrets begin with, before a slash. */
    public String secretsPrefix() {
        return prefix + "secrets";
    }

    /** Creates a store's secret, or puts a new version of it. */
    public void putSecret(String store, String json) {
        var name = secretsPrefix() + '/' + store;
        if (secrets.add(name)) {
            clients().secrets().createSecret(create -> create.name(name).secretString(json));
            return;
        }
        clients().secrets().putSecretValue(put -> put.secretId(name).secretString(json));
    }

    /** The name of a bucket that {@link #createBuckets} made. */
    public String bucket(String logicalId) {
        return Objects.requireNonNull(buckets.get(logicalId), () -> "First: createBuckets(\"" + logicalId + "\")");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (depth++ > 0) {
            return;
        }
        endpoint = choose();
        testClass = context.getDisplayName();
        prefix = "groundswell-test-" + UUID.randomUUID().toString().substring(0, 8) + '-';
        announce(endpoint.description());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--depth > 0) {
            return;
        }
        try (var closing = endpoint()) {
            if (!closing.isEmbedded()) {
                deleteAll();
            }
        }
        tables.clear();
        queues.clear();
        buckets.clear();
        secrets.clear();
        endpoint = null;
    }

    private static Endpoint choose() {
        if (!System.getenv().getOrDefault("AWS_ENDPOINT_URL", "").isBlank()) {
            return NamedEndpoint.ofEnvironment();
        }
        return Boolean.getBoolean("groundswell.localstack") ? localStack() : new EmbeddedEndpoint();
    }

    private static Endpoint localStack() {
        if (!LocalStackEndpoint.isPossible()) {
            throw new IllegalStateException("-Dgroundswell.localstack=true needs Docker, and none answers here. Start"
                    + " Docker, or leave the property out for the embedded emulators.");
        }
        return LocalStackEndpoint.shared();
    }

    private void deleteAll() {
        tables.values().forEach(name -> clients().dynamoDb().deleteTable(request -> request.tableName(name)));
        queues.values().forEach(url -> clients().sqs().deleteQueue(request -> request.queueUrl(url)));
        buckets.values().forEach(this::deleteBucket);
        secrets.forEach(name ->
                clients().secrets().deleteSecret(delete -> delete.secretId(name).forceDeleteWithoutRecovery(true)));
    }

    private void deleteBucket(String name) {
        var s3 = clients().s3();
        s3.listObjectsV2Paginator(request -> request.bucket(name))
                .contents()
                .forEach(object ->
                        s3.deleteObject(request -> request.bucket(name).key(object.key())));
        s3.deleteBucket(request -> request.bucket(name));
    }

    private Endpoint endpoint() {
        return Objects.requireNonNull(
                endpoint, "AwsEndpoint is not started: register it as a static @RegisterExtension field.");
    }

    @SuppressWarnings("SystemOut") // For whoever reads the build's output, whatever the log level.
    private static void announce(String description) {
        if (!description.equals(ANNOUNCED.getAndSet(description))) {
            System.out.println("These tests run against " + description + '.');
        }
    }
}
