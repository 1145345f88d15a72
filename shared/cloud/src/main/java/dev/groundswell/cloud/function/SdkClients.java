package dev.groundswell.cloud.function;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients of the AWS SDK, configured in this one place. {@code AWS_ENDPOINT_URL}, or {@code
 * AWS_ENDPOINT_URL_DYNAMODB} and its like for one service, points them at any other endpoint that speaks AWS.
 */
public final class SdkClients implements AwsClients {

    /** Below every function's own time-out, so that a hanging call is an error we report and not a killed process. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

    /** As many requests as our widest fan-out has under way at once. */
    private static final int MAX_CONNECTIONS = 64;

    /** Providers of messages answer in tenths of a second; what takes so long is given up, and the message unknown. */
    private static final Duration SENDING_TIMEOUT = Duration.ofSeconds(8);

    /** As many calls as a second of a great pace has under way at once, each waiting for its answer. */
    private static final int SENDING_CONNECTIONS = 256;

    /** What the JDK's factory of XML readers asks first. */
    private static final String XML_READERS = "javax.xml.stream.XMLInputFactory";

    private final Map<String, String> variables;
    private final Optional<AwsCredentialsProvider> credentials;
    private @Nullable SdkHttpClient http;
    private @Nullable DynamoDbClient dynamoDb;
    private @Nullable SqsClient sqs;
    private @Nullable S3Client s3;
    private @Nullable S3Presigner s3Presigner;
    private @Nullable SecretsManagerClient secrets;
    private @Nullable LambdaClient lambda;
    private @Nullable SdkHttpClient sendingHttp;
    private @Nullable SnsClient sns;
    private @Nullable PinpointSmsVoiceV2Client endUserMessaging;
    private @Nullable SesV2Client ses;

    /** Credentials are those that the SDK finds by itself. */
    public SdkClients(Map<String, String> variables) {
        this(variables, Optional.empty());
    }

    /** For an endpoint that has credentials of its own. */
    public SdkClients(Map<String, String> variables, AwsCredentialsProvider credentials) {
        this(variables, Optional.of(credentials));
    }

    private SdkClients(Map<String, String> variables, Optional<AwsCredentialsProvider> credentials) {
        this.variables = Map.copyOf(variables);
        this.credentials = credentials;
    }

    @Override
    public synchronized DynamoDbClient dynamoDb() {
        if (dynamoDb == null) {
            dynamoDb = configured(DynamoDbClient.builder(), "DYNAMODB");
        }
        return dynamoDb;
    }

    @Override
    public synchronized SqsClient sqs() {
        if (sqs == null) {
            sqs = configured(SqsClient.builder(), "SQS");
        }
        return sqs;
    }

    @Override
    public synchronized S3Client s3() {
        if (s3 == null) {
            // Any other endpoint than AWS's own has no names for buckets: they stand in the path.
            s3 = configured(S3Client.builder().forcePathStyle(endpoint("S3").isPresent()), "S3");
        }
        return s3;
    }

    @Override
    public synchronized S3Presigner s3Presigner() {
        if (s3Presigner == null) {
            var builder = S3Presigner.builder()
                    .serviceConfiguration(S3Configuration.builder()
                            .pathStyleAccessEnabled(endpoint("S3").isPresent())
                            .build());
            endpoint("S3").ifPresent(endpoint -> builder.endpointOverride(URI.create(endpoint)));
            variable("AWS_REGION").ifPresent(region -> builder.region(Region.of(region)));
            credentials.ifPresent(builder::credentialsProvider);
            s3Presigner = builder.build();
        }
        return s3Presigner;
    }

    @Override
    public synchronized SecretsManagerClient secrets() {
        if (secrets == null) {
            secrets = configured(SecretsManagerClient.builder(), "SECRETS_MANAGER");
        }
        return secrets;
    }

    @Override
    public synchronized LambdaClient lambda() {
        if (lambda == null) {
            lambda = configured(LambdaClient.builder(), "LAMBDA");
        }
        return lambda;
    }

    @Override
    public synchronized SnsClient sns() {
        if (sns == null) {
            readXmlWithoutSearch();
            sns = sending(SnsClient.builder(), "SNS");
        }
        return sns;
    }

    /**
     * SNS answers in XML. The SDK keeps a factory of readers for each thread, which is one for each message where threads are
     * virtual, and to make it the JDK looks into every jar for another than its own: more CPU than all else of the answer.
     */
    private static void readXmlWithoutSearch() {
        System.setProperty(
                XML_READERS, XMLInputFactory.newDefaultFactory().getClass().getName());
    }

    @Override
    public synchronized PinpointSmsVoiceV2Client endUserMessaging() {
        if (endUserMessaging == null) {
            endUserMessaging = sending(PinpointSmsVoiceV2Client.builder(), "PINPOINT_SMS_VOICE_V2");
        }
        return endUserMessaging;
    }

    @Override
    public synchronized SesV2Client ses() {
        if (ses == null) {
            ses = sending(SesV2Client.builder(), "SESV2");
        }
        return ses;
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C configured(B builder, String service) {
        return built(
                builder.httpClient(http()).overrideConfiguration(override -> override.apiCallTimeout(CALL_TIMEOUT)),
                service);
    }

    /** Asks once: a provider whose answer is lost would otherwise send the message up to four times. */
    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C sending(B builder, String service) {
        return built(
                builder.httpClient(sendingHttp())
                        .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry())
                                .apiCallTimeout(SENDING_TIMEOUT)
                                .addExecutionInterceptor(new Transmission())),
                service);
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C built(B configured, String service) {
        endpoint(service).ifPresent(endpoint -> configured.endpointOverride(URI.create(endpoint)));
        variable("AWS_REGION").ifPresent(region -> configured.region(Region.of(region)));
        credentials.ifPresent(configured::credentialsProvider);
        return configured.build();
    }

    private Optional<String> endpoint(String service) {
        return variable("AWS_ENDPOINT_URL_" + service).or(() -> variable("AWS_ENDPOINT_URL"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    private SdkHttpClient sendingHttp() {
        if (sendingHttp == null) {
            sendingHttp = AwsCrtHttpClient.builder()
                    .maxConcurrency(SENDING_CONNECTIONS)
                    .connectionTimeout(CONNECTION_TIMEOUT)
                    .build();
        }
        return sendingHttp;
    }

    private SdkHttpClient http() {
        if (http == null) {
            http = AwsCrtHttpClient.builder()
                    .maxConcurrency(MAX_CONNECTIONS)
                    .connectionTimeout(CONNECTION_TIMEOUT)
                    .build();
        }
        return http;
    }
}
