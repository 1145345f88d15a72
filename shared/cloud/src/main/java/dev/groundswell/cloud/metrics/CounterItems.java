package dev.groundswell.cloud.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items of the table {@code Metrics} by their granule, a lane each. */
record CounterItems(DynamoDbClient client, String table) {

    /** The items of the granules that start in {@code [from, to)}. */
    Stream<Map<String, AttributeValue>> within(Collection<String> partitions, Instant from, Instant to) {
        return partitions.stream()
                .flatMap(partition -> client
                        .queryPaginator(query -> query.tableName(table)
                                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                                .expressionAttributeValues(Map.of(
                                        ":pk", AttributeValue.fromS(partition),
                                        ":from", AttributeValue.fromS(from.toString()),
                                        ":to", AttributeValue.fromS(to.toString()))))
                        .items()
                        .stream());
    }
}
