package dev.groundswell.local.aws;

import dev.groundswell.cloud.endpoint.secret.KeptSecrets;
import dev.groundswell.cloud.function.AwsClients;
import dev.groundswell.cloud.function.SdkClients;
import dev.groundswell.local.template.LocalNames;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The embedded services as functions see them: DynamoDB, secrets and other functions without a network, the rest on loopback.
 *
 * @param buckets has the client and the presigner of S3
 */
public record LocalClients(
        DynamoDbClient dynamoDb, SqsClient sqs, SecretsManagerClient secrets, AwsClients buckets, LambdaClient lambda)
        implements AwsClients {

    /** A local run reaches nobody: AWS's providers are as if out of order, and the simulator stands in for them. */
    private static final AwsClients NOWHERE = new SdkClients(
            Map.of("AWS_REGION", LocalNames.REGION, "AWS_ENDPOINT_URL", "http://localhost:1"),
            StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")));

    /** For what needs neither secrets nor buckets nor other functions. */
    public LocalClients(DynamoDbClient dynamoDb, SqsClient sqs) {
        this(
                dynamoDb,
                sqs,
                KeptSecrets.inMemory(),
                new SdkClients(Map.of("AWS_REGION", LocalNames.REGION)),
                new LocalLambda());
    }

    @Override
    public S3Client s3() {
        return buckets.s3();
    }

    @Override
    public S3Presigner s3Presigner() {
        return buckets.s3Presigner();
    }

    @Override
    public SnsClient sns() {
        return NOWHERE.sns();
    }

    @Override
    public PinpointSmsVoiceV2Client endUserMessaging() {
        return NOWHERE.endUserMessaging();
    }

    @Override
    public SesV2Client ses() {
        return NOWHERE.ses();
    }
}
