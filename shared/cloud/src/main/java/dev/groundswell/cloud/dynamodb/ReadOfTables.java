package dev.groundswell.cloud.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Reads items by their keys, of one table or several together, until DynamoDB leaves none over. */
public final class ReadOfTables {

    /** DynamoDB leaves keys over where a page has 16 MB or a partition is busy; this often in a row it does not recover. */
    private static final int MAX_ROUNDS = 20;

    private final DynamoDbClient client;

    public ReadOfTables(DynamoDbClient client) {
        this.client = client;
    }

    /**
     * What was read.
     *
     * @param byTable   those items that exist, in any order
     * @param readUnits of DynamoDB, for whoever accounts for them
     */
    public record Answer(Map<String, List<Map<String, AttributeValue>>> byTable, double readUnits, int requests) {

        public List<Map<String, AttributeValue>> items(String table) {
            return byTable.getOrDefault(table, List.of());
        }
    }

    /**
     * The items that exist.
     *
     * @param wanted by table: distinct keys, a hundred in all at most, which is DynamoDB's own limit
     * @throws IllegalStateException if DynamoDB keeps leaving keys over
     */
    public Answer read(Map<String, KeysAndAttributes> wanted) {
        var byTable = new HashMap<String, List<Map<String, AttributeValue>>>();
        var readUnits = 0.0;
        var rounds = 0;
        for (var left = wanted; !left.isEmpty(); rounds++) {
            if (rounds == MAX_ROUNDS) {
                throw new IllegalStateException("DynamoDB left keys of " + left.keySet() + " unread " + MAX_ROUNDS
                        + " times in a row; it is busy beyond its capacity.");
            }
            var request = left;
            var answer = client.batchGetItem(
                    get -> get.requestItems(request).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            answer.responses()
                    .forEach((table, items) -> byTable.computeIfAbsent(table, _ -> new ArrayList<>())
                            .addAll(items));
            readUnits += units(answer);
            left = answer.unprocessedKeys();
        }
        return new Answer(byTable, readUnits, rounds);
    }

    private static double units(BatchGetItemResponse answer) {
        return answer.consumedCapacity().stream()
                .mapToDouble(capacity -> capacity.capacityUnits())
                .sum();
    }
}
