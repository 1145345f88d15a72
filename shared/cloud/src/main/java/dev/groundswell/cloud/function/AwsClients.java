package dev.groundswell.cloud.function;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The AWS clients of a process, each made when it is first asked for and shared from then on: the first one costs about
 * half a second of CPU on a cold start, each further one about a tenth of that, so a function asks only for what it uses.
 */
public interface AwsClients {

    DynamoDbClient dynamoDb();

    SqsClient sqs();
}
