package dev.groundswell.cloud.endpoint;

import dev.groundswell.cloud.endpoint.bucket.FolderBuckets;
import dev.groundswell.cloud.endpoint.secret.KeptSecrets;
import dev.groundswell.cloud.function.AwsClients;
import java.net.URI;
import java.time.InstantSource;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * DynamoDB Local and ElasticMQ in this JVM, a fresh instance of both each time: DynamoDB Local becomes some thirty times
 * slower once a table with a stream is dropped and made again in the same instance.
 */
final class EmbeddedEndpoint implements Endpoint, AwsClients {

    private static final boolean WITHOUT_TELEMETRY = true;

    private @Nullable Tables tables;
    private @Nullable Queues queues;
    private @Nullable Buckets buckets;
    private final SecretsManagerClient secrets = KeptSecrets.inMemory();

    private record Tables(AmazonDynamoDBLocal server, DynamoDbClient client) {}

    private record Queues(SQSRestServer server, SqsClient client) {}

    private record Buckets(FolderBuckets server, AwsClients clients) {}

    @Override
    public String description() {
        return "DynamoDB Local, ElasticMQ and folders for buckets in this process";
    }

    @Override
    public AwsClients clients() {
        return this;
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public synchronized DynamoDbClient dynamoDb() {
        if (tables == null) {
            var server = DynamoDBEmbedded.create(WITHOUT_TELEMETRY);
            tables = new Tables(server, server.dynamoDbClient());
        }
        return tables.client();
    }

    /** Started only when it is asked for: ElasticMQ takes some seconds to start. */
    @Override
    public synchronized SqsClient sqs() {
        if (queues == null) {
            var server = SQSRestServerBuilder.withInterface("127.0.0.1")
                    .withDynamicPort()
                    .start();
            var port = server.waitUntilStarted().localAddress().getPort();
            queues = new Queues(server, client(URI.create("http://127.0.0.1:" + port)));
        }
        return queues.client();
    }

    @Override
    public S3Client s3() {
        return buckets().clients().s3();
    }

    @Override
    public S3Presigner s3Presigner() {
        return buckets().clients().s3Presigner();
    }

    private synchronized Buckets buckets() {
        if (buckets == null) {
            var server = FolderBuckets.temporary(0, InstantSource.system());
            buckets = new Buckets(server, server.clients());
        }
        return buckets;
    }

    @Override
    public SecretsManagerClient secrets() {
        return secrets;
    }

    /** No functions run here: infra/local has them. */
    @Override
    public LambdaClient lambda() {
        throw new UnsupportedOperationException(
                "The embedded endpoint runs no functions; give the port a fake of its own.");
    }

    @Override
    public SnsClient sns() {
        throw noProviders();
    }

    @Override
    public PinpointSmsVoiceV2Client endUserMessaging() {
        throw noProviders();
    }

    @Override
    public SesV2Client ses() {
        throw noProviders();
    }

    private static UnsupportedOperationException noProviders() {
        return new UnsupportedOperationException(
                "The embedded endpoint sends no messages; give the port a fake of its own.");
    }

    private static SqsClient client(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
                .httpClientBuilder(AwsCrtHttpClient.builder())
                .build();
    }

    @Override
    public synchronized void close() {
        if (tables != null) {
            tables.client().close();
            tables.server().shutdownNow();
            tables = null;
        }
        if (queues != null) {
            queues.client().close();
            queues.server().stopAndWait();
            queues = null;
        }
        if (buckets != null) {
            buckets.clients().s3().close();
            buckets.clients().s3Presigner().close();
            buckets.server().close();
            buckets = null;
        }
    }
}
