package dev.groundswell.local.aws;

import com.typesafe.config.ConfigFactory;
import dev.groundswell.local.template.LocalNames;
import dev.groundswell.local.template.QueueResource;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.Limits;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder$;
import org.elasticmq.util.NowProvider;
import scala.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * ElasticMQ in this process, on a port of the loopback interface, in memory or with its messages in a directory.
 * ElasticMQ answers a send only after its database has the message, and the database writes through to the operating
 * system at once, so an accepted message survives {@code kill -9}.
 */
public final class LocalQueues implements AutoCloseable {

    /**
     * Writes each commit at once; H2's default holds it back for half a second. And never writes over what lies in the file:
     * H2 2.2 can find a file broken ("Double mark") that was killed, opened and closed while its space was used again.
     */
    private static final String DATABASE_SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;REUSE_SPACE=FALSE";

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RESTORE_TIMEOUT = Duration.ofMinutes(2);

    /** Long polls of every mapping, senders, and the drain's questions, all at once. */
    private static final int MAX_CONNECTIONS = 64;

    private static final String CONFIGURATION = """
        pekko.loglevel = WARNING
        pekko.stdout-loglevel = WARNING
        pekko.log-dead-letters = off
        pekko.log-dead-letters-during-shutdown = off
        pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
        pekko.jvm-shutdown-hooks = off
        pekko.http.server.parsing.max-content-length = 16m
        """;

    private final ActorSystem actors;
    private final SqsClient client;
    private final String endpoint;
    private final Optional<KeptMessages> kept;

    private LocalQueues(ActorSystem actors, SqsClient client, String endpoint, Optional<KeptMessages> kept) {
        this.actors = actors;
        this.client = client;
        this.endpoint = endpoint;
        this.kept = kept;
    }

    /**
     * Starts the queues.
     *
     * @param sends told of every message sent through {@link #client()}
     */
    public static LocalQueues open(Optional<Path> directory, int port, ExecutionInterceptor sends) {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        Limits limits = StrictSQSLimits$.MODULE$;
        ActorSystem actors = ActorSystem.create(
                "queues", ConfigFactory.parseString(CONFIGURATION).withFallback(ConfigFactory.load()));
        Optional<String> database = directory.map(LocalQueues::database);
        Optional<KeptMessages> kept = directory.map(path -> KeptMessages.open(path, database(path)));
        Option<ActorRef> storage = Option.apply(
                database.map(uri -> actors.actorOf(persistence(uri))).orElse(null));
        ActorRef manager = actors.actorOf(Props.create(QueueManagerActor.class, new NowProvider(), limits, storage));
        SQSRestServer server = SQSRestServerBuilder$.MODULE$
                .withActorSystem(actors)
                .withQueueManagerActor(manager)
                .withInterface(host)
                .withPort(port)
                .withServerAddress(new NodeAddress("http", host, port, ""))
                .withSQSLimits(limits)
                .withAWSRegion(LocalNames.REGION)
                .withAWSAccountId(LocalNames.ACCOUNT)
                .start();
        server.waitUntilStarted();
        if (storage.isDefined()) {
            restore(storage.get(), manager);
        }
        String endpoint = "http://" + host + ":" + port;
        return new LocalQueues(actors, client(endpoint, sends), endpoint, kept);
    }

    private static String database(Path directory) {
        return "jdbc:h2:file:" + directory.resolve(KeptMessages.FILE).toAbsolutePath() + DATABASE_SETTINGS;
    }

    private static Props persistence(String uri) {
        var config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", uri, "", "", false);
        return Props.create(SqlQueuePersistenceActor.class, config, scala.collection.immutable.List$.MODULE$.empty());
    }

    private static void restore(ActorRef storage, ActorRef manager) {
        try {
            Patterns.ask(storage, new QueueEvent.Restore(manager), RESTORE_TIMEOUT)
                    .toCompletableFuture()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the kept queues were read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The kept queues cannot be read: " + e.getCause(), e);
        }
    }

    private static SqsClient client(String endpoint, ExecutionInterceptor sends) {
        return SqsClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.of(LocalNames.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(AwsCrtHttpClient.builder()
                        .maxConcurrency(MAX_CONNECTIONS)
                        .build())
                .overrideConfiguration(override -> override.addExecutionInterceptor(sends))
                .build();
    }

    public SqsClient client() {
        return client;
    }

    /** The address for {@code aws sqs --endpoint-url}. */
    public String endpoint() {
        return endpoint;
    }

    /** Creates what does not exist yet, dead-letter queues first, and brings the rest up to the template. */
    public void create(List<QueueResource> queues) {
        List<String> existing = client.listQueues().queueUrls();
        var ordered = new ArrayList<QueueResource>();
        queues.stream().filter(queue -> queue.redrive().isEmpty()).forEach(ordered::add);
        queues.stream().filter(queue -> queue.redrive().isPresent()).forEach(ordered::add);
        for (QueueResource queue : ordered) {
            if (existing.contains(queue.url())) {
                client.setQueueAttributes(
                        request -> request.queueUrl(queue.url()).attributes(attributes(queue)));
            } else {
                client.createQueue(request -> request.queueName(queue.name()).attributes(attributes(queue)));
            }
        }
    }

    private static Map<QueueAttributeName, String> attributes(QueueResource queue) {
        var attributes = new HashMap<QueueAttributeName, String>();
        attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, seconds(queue.visibilityTimeout()));
        attributes.put(QueueAttributeName.DELAY_SECONDS, seconds(queue.delay()));
        queue.redrive()
                .ifPresent(redrive -> attributes.put(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + redrive.deadLetterArn() + "\",\"maxReceiveCount\":\""
                                + redrive.maxReceiveCount() + "\"}"));
        return attributes;
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    /** Ends at once: what the database has is kept, and a long poll under way is not waited for. */
    @Override
    public void close() {
        client.close();
        actors.terminate();
        try {
            actors.getWhenTerminated().toCompletableFuture().get(CLOSE_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The queues did not end: " + e, e);
        } finally {
            kept.ifPresent(KeptMessages::close);
        }
    }
}
