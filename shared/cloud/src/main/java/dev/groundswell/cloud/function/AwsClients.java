package dev.groundswell.cloud.function;

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
 * The AWS clients of a process, each made when it is first asked for and shared from then on: the first one costs about
 * half a second of CPU on a cold start, each further one about a tenth of that, so a function asks only for what it uses.
 */
public interface AwsClients {

    DynamoDbClient dynamoDb();

    SqsClient sqs();

    S3Client s3();

    /** Signs addresses of S3 for others to use; calls nothing. */
    S3Presigner s3Presigner();

    SecretsManagerClient secrets();

    /** Invokes other functions. */
    LambdaClient lambda();

    /** Sends SMS; asks once, as do the two below. {@link Transmission} tells what a failure means. */
    SnsClient sns();

    /** Sends SMS. */
    PinpointSmsVoiceV2Client endUserMessaging();

    /** Sends e-mail. */
    SesV2Client ses();
}
