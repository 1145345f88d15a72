package dev.groundswell.local;

import dev.groundswell.cloud.endpoint.bucket.FolderBuckets;
import dev.groundswell.cloud.endpoint.secret.KeptSecrets;
import dev.groundswell.cloud.function.AwsClients;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.message.provider.ProviderTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.local.aws.LocalClients;
import dev.groundswell.local.aws.LocalLambda;
import dev.groundswell.local.aws.LocalQueues;
import dev.groundswell.local.aws.LocalTables;
import dev.groundswell.local.event.Activity;
import dev.groundswell.local.event.Drain;
import dev.groundswell.local.event.Functions;
import dev.groundswell.local.event.QueueMapping;
import dev.groundswell.local.event.Schedules;
import dev.groundswell.local.event.SentMessages;
import dev.groundswell.local.event.StreamMapping;
import dev.groundswell.local.function.Console;
import dev.groundswell.local.function.LocalFunction;
import dev.groundswell.local.function.Outcome;
import dev.groundswell.local.http.HttpFront;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import dev.groundswell.local.http.LocalCommands;
import dev.groundswell.local.http.Tokens;
import dev.groundswell.local.simulator.ReportQueue;
import dev.groundswell.local.simulator.Simulator;
import dev.groundswell.local.template.EventSource.QueueMessages;
import dev.groundswell.local.template.EventSource.StreamRecords;
import dev.groundswell.local.template.FunctionResource;
import dev.groundswell.local.template.LocalAddresses;
import dev.groundswell.local.template.LocalNames;
import dev.groundswell.local.template.QueueResource;
import dev.groundswell.local.template.TableResource;
import dev.groundswell.local.template.Template;
import dev.groundswell.local.template.TemplateReader;
import dev.groundswell.local.time.LocalClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The whole template in this process: tables, queues, buckets, functions with their events, and the HTTP API on one port. A test
 * or a bench starts one in memory:
 *
 * <pre>{@code
 * try (var system = LocalSystem.start(LocalOptions.inMemory())) {
 *     system.clients().sqs().sendMessage(...);
 *     system.awaitDrained();
 * }
 * }</pre>
 */
public final class LocalSystem implements AutoCloseable {

    /** The store that tokens, the webhook secret and the demo data belong to. */
    public static final String STORE = "demo";

    /** What every platform's signatures for {@link #STORE} are made with. */
    public static final String WEBHOOK_SECRET = "groundswell-local-webhook-secret";

    /** More than functions post to the simulator at once: a slice of each of 64 chunks, four slices of 50 at a time. */
    private static final int IDLE_CONNECTIONS = 16_000;

    /** Longer than the JDK's client keeps a connection that nobody uses, which is 30 seconds. */
    private static final int IDLE_SECONDS = 120;

    // The JDK's server closes connections beyond 200 at once when they have nothing to do: a message that is posted by
    // one at this moment would be lost, and unknown. It reads the limits once, when the first server is made.
    static {
        System.setProperty("sun.net.httpserver.maxIdleConnections", Integer.toString(IDLE_CONNECTIONS));
        System.setProperty("sun.net.httpserver.idleInterval", Integer.toString(IDLE_SECONDS));
    }

    private static final String STORES_TABLE = "Stores";
    private static final String CHANNELS_TABLE = "Channels";
    private static final String REPORTS_QUEUE = "DeliveryEvents";

    private final LocalOptions options;
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final LocalClock clock;
    private final HttpFront front;
    private final LocalTables tables;
    private final LocalQueues queues;
    private final FolderBuckets buckets;
    private final DemoSecret secret;
    private final Simulator simulator;
    private final AwsClients clients;
    private final Template template;
    private final Tokens tokens;
    private final Activity activity = new Activity();
    private final Functions functions;
    private final Drain drain;
    private final Schedules schedules;
    private final DeadLetters deadLetters;
    private final List<QueueMapping> queueMappings;
    private final List<StreamMapping> streamMappings;
    private final int tablesPort;

    /**
     * Starts everything.
     *
     * @throws PortTakenException if the port is in use
     * @throws dev.groundswell.local.template.TemplateException if the template cannot be honoured
     * @throws LocalRunException if the data directory cannot be used
     */
    public static LocalSystem start(LocalOptions options) throws PortTakenException {
        HttpFront front = HttpFront.bind(options.port());
        try {
            return new LocalSystem(options, front);
        } catch (RuntimeException e) {
            front.close();
            throw e;
        }
    }

    private LocalSystem(LocalOptions options, HttpFront front) {
        this.options = options;
        this.front = front;
        DataDirectory data = opened(DataDirectory.open(options.data()));
        this.clock = options.clock().map(LocalClock::startingAt).orElseGet(LocalClock::system);
        var sent = new SentMessages();
        this.tablesPort = freePort(front.port() + 1);
        int queuesPort = freePort(front.port() + 2);
        var opening = CompletableFuture.supplyAsync(() -> LocalQueues.open(data.path(), queuesPort, sent));
        this.tables = opened(LocalTables.open(data.path()));
        this.buckets = opened(openBuckets(data.path(), freePort(front.port() + 3)));
        KeptSecrets secrets = data.path()
                .map(path -> KeptSecrets.in(path.resolve("secrets.json")))
                .orElseGet(KeptSecrets::inMemory);
        this.queues = opened(opening.join());
        var reports = new ReportQueue();
        this.simulator = opened(Simulator.start(freePort(front.port() + 4), clock, reports));
        this.template = read(options.template());
        tables.create(template.tables(), options.expiry());
        tables.listen(tablesPort);
        queues.create(template.queues());
        SqsClient sqs = options.queues().apply(queues.client());
        template.queue(REPORTS_QUEUE).ifPresent(queue -> reports.use(sqs, queue.url()));
        template.buckets().forEach(bucket -> buckets.create(bucket.name()));
        var lambda = new LocalLambda();
        this.clients = new LocalClients(tables.client(), sqs, secrets, buckets.clients(), lambda);
        template.tables().stream()
                .filter(each -> each.id().equals(STORES_TABLE))
                .forEach(this::saveStore);
        template.tables().stream()
                .filter(each -> each.id().equals(CHANNELS_TABLE))
                .forEach(channels -> new DemoProviders(new ProviderTable(tables.client(), channels.name())).create());
        this.secret = new DemoSecret(secrets, template);
        secret.create();

        this.tokens = Tokens.open(data.path(), url(), Tokens.AUDIENCE);
        var console = new Console(System.err);
        this.functions = new Functions(
                template.functions().stream()
                        .map(each -> new LocalFunction(each, environments(each), console))
                        .toList(),
                activity);
        lambda.serve(functions);
        this.queueMappings = queueMappings(new QueueMapping.Parts(functions, activity, queues.client(), sent));
        this.streamMappings = streamMappings(new StreamMapping.Parts(functions, activity, tables, queues.client()));
        this.drain = new Drain(activity, queueMappings, streamMappings);
        this.schedules = opened(new Schedules(functions, clock));
        this.deadLetters = new DeadLetters(template, queues.client());

        queueMappings.forEach(each -> opened(each).start());
        streamMappings.forEach(each -> opened(each).start());
        schedules.start();
        front.start(new HttpFront.Site(functions, tokens, STORE, clock, new Commands(deadLetters, secret, simulator)));
    }

    /** Presigned addresses are signed and end by the wall clock, whatever the local clock shows. */
    private static FolderBuckets openBuckets(Optional<Path> directory, int port) {
        return directory
                .map(path -> FolderBuckets.open(path.resolve("buckets"), port, InstantSource.system()))
                .orElseGet(() -> FolderBuckets.temporary(port, InstantSource.system()));
    }

    private <P extends AutoCloseable> P opened(P part) {
        parts.addFirst(part);
        return part;
    }

    private Template read(Path file) {
        var addresses = new LocalAddresses(url(), queues.endpoint());
        return TemplateReader.read(
                file,
                addresses,
                Map.of(
                        "StoreId",
                        STORE,
                        "JwtIssuer",
                        url(),
                        "JwtAudience",
                        Tokens.AUDIENCE,
                        "Simulator",
                        simulator.url(),
                        "LinkOrigin",
                        url()));
    }

    private void saveStore(TableResource stores) {
        new StoreTable(tables.client(), stores.name())
                .save(new Store(new StoreId(STORE), "Demo store", options.currency(), options.zone()));
    }

    private Supplier<FunctionEnvironment> environments(FunctionResource function) {
        var environment = environment(function);
        return () -> options.instances().environment(function.id(), environment);
    }

    private FunctionEnvironment environment(FunctionResource function) {
        var variables = new HashMap<String, String>(function.environment());
        variables.put("AWS_REGION", LocalNames.REGION);
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
        return new FunctionEnvironment(variables, clock, clients);
    }

    private List<QueueMapping> queueMappings(QueueMapping.Parts shared) {
        var mappings = new ArrayList<QueueMapping>();
        for (LocalFunction function : functions.all()) {
            for (QueueMessages each : function.resource().events(QueueMessages.class)) {
                QueueResource queue = template.queueByArn(each.queueArn()).orElseThrow();
                mappings.add(new QueueMapping(each, queue, function, shared));
            }
        }
        return mappings;
    }

    private List<StreamMapping> streamMappings(StreamMapping.Parts shared) {
        var mappings = new ArrayList<StreamMapping>();
        for (LocalFunction function : functions.all()) {
            for (StreamRecords each : function.resource().events(StreamRecords.class)) {
                String arn = tables.streamArn(
                        template.tableByStreamArn(each.streamArn()).orElseThrow());
                Optional<QueueResource> onFailure = each.onFailureArn().flatMap(template::queueByArn);
                mappings.add(new StreamMapping(each, arn, function, onFailure, shared));
            }
        }
        return mappings;
    }

    /** The wanted port if it is free, else any that is. */
    private static int freePort(int wanted) {
        for (int port : new int[] {wanted, 0}) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException | IllegalArgumentException _) {
                // Taken, or beyond the last port: the next choice.
            }
        }
        throw new LocalRunException("This machine has no free port.");
    }

    private record Commands(DeadLetters deadLetters, DemoSecret secret, Simulator simulator) implements LocalCommands {

        @Override
        public Optional<Integer> redrive(String deadLetterQueue) {
            return deadLetters.sendBack(deadLetterQueue);
        }

        @Override
        public Map<String, Map<String, Object>> secrets() {
            return secret.valid();
        }

        @Override
        public void changeSecrets(Map<String, Object> changes) {
            secret.change(changes);
        }

        @Override
        public Map<String, Object> outbox() {
            return simulator.shown();
        }

        @Override
        public void tellProvider(String provider, Map<String, Object> behaviour) {
            simulator.tell(provider, behaviour);
        }
    }

    // ---- for tests, benches and the command line

    /** The address of the HTTP API and GraphiQL. */
    public String url() {
        return "http://localhost:" + front.port();
    }

    /** For {@code aws dynamodb --endpoint-url}. */
    public String tablesUrl() {
        return "http://localhost:" + tablesPort;
    }

    /** For {@code aws sqs --endpoint-url}. */
    public String queuesUrl() {
        return queues.endpoint();
    }

    /** For {@code aws s3 --endpoint-url}. */
    public String bucketsUrl() {
        return buckets.endpoint();
    }

    /** Stands in for providers of messages. */
    public Simulator simulator() {
        return simulator;
    }

    public LocalOptions options() {
        return options;
    }

    public Template template() {
        return template;
    }

    /** The embedded services, as functions get them. */
    public AwsClients clients() {
        return clients;
    }

    public LocalClock clock() {
        return clock;
    }

    public Schedules schedules() {
        return schedules;
    }

    /** From now on nobody is fed from tables' streams, and nobody who waits for all to be done waits for them. */
    public void holdStreams() {
        streamMappings.forEach(StreamMapping::hold);
    }

    /** What was written meanwhile is read now. */
    public void releaseStreams() {
        streamMappings.forEach(StreamMapping::release);
    }

    /** A bearer token for {@link #STORE}; {@code role} is owner, operator or viewer. */
    public String token(String role) {
        return tokens.issue(STORE, role);
    }

    /** Invokes a function by its logical id with the JSON of an event. */
    public Outcome invoke(String function, byte[] event) {
        LocalFunction found = functions
                .find(function)
                .orElseThrow(() -> new IllegalArgumentException("the template has no function " + function));
        return functions.invoke(found, event);
    }

    /** Waits until every mapped queue is empty and every mapped stream is read, and no function runs. */
    public void awaitDrained() {
        drain.await();
    }

    /** The same, but for the messages of one queue. */
    public void awaitDrainedBut(String queueId) {
        drain.awaitAllBut(queueId);
    }

    /** How many messages a mapped queue holds, being worked on or not. */
    public long queueDepth(String queueId) {
        return queueMappings.stream()
                .filter(mapping -> mapping.queue().id().equals(queueId))
                .mapToLong(QueueMapping::count)
                .max()
                .orElse(0);
    }

    /** Whether no function runs at this moment. */
    public boolean isQuiet() {
        return activity.isQuiet();
    }

    /** Sends a queue's dead letters back to where they failed; empty if the template has no such dead-letter queue. */
    public Optional<Integer> sendBackDeadLetters(String deadLetterQueueId) {
        return deadLetters.sendBack(deadLetterQueueId);
    }

    @Override
    public void close() {
        front.close();
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("[local] while closing: " + e);
            }
        }
    }
}
