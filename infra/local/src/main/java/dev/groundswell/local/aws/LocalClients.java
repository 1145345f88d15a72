package dev.groundswell.local.aws;

import dev.groundswell.cloud.function.AwsClients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The embedded services as functions see them: DynamoDB without a network, SQS on loopback. */
public record LocalClients(DynamoDbClient dynamoDb, SqsClient sqs) implements AwsClients {}
