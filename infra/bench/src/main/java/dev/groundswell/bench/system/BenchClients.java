package dev.groundswell.bench.system;

import dev.groundswell.bench.capacity.CapacityMeter;
import dev.groundswell.cloud.function.AwsClients;
import dev.groundswell.cloud.function.FunctionEnvironment;
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
 * The clients of the functions, but for tables and queue.
 *
 * @param functions those that the functions have
 */
public record BenchClients(AwsClients functions, DynamoDbClient dynamoDb, SqsClient sqs) implements AwsClients {

    /** What an instance of a function is given, its requests to DynamoDB being counted. */
    public static FunctionEnvironment metered(FunctionEnvironment given, CapacityMeter meter) {
        var clients = given.clients();
        var tables = WatchedClient.of(DynamoDbClient.class, clients.dynamoDb(), meter);
        return new FunctionEnvironment(
                given.variables(), given.time(), new BenchClients(clients, tables, clients.sqs()));
    }

    @Override
    public S3Client s3() {
        return functions.s3();
    }

    @Override
    public S3Presigner s3Presigner() {
        return functions.s3Presigner();
    }

    @Override
    public SecretsManagerClient secrets() {
        return functions.secrets();
    }

    @Override
    public LambdaClient lambda() {
        return functions.lambda();
    }

    @Override
    public SnsClient sns() {
        return functions.sns();
    }

    @Override
    public PinpointSmsVoiceV2Client endUserMessaging() {
        return functions.endUserMessaging();
    }

    @Override
    public SesV2Client ses() {
        return functions.ses();
    }
}
