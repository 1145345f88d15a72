package dev.groundswell.cloud.dynamodb;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes many items of one table, whatever is there, in as few calls as DynamoDB allows. */
public final class BatchWrite {

    /** DynamoDB's own limit of a call. */
    private static final int MAX_ITEMS = 25;

    /** DynamoDB leaves items over where a partition is busy; this often in a row it does not recover. */
    private static final int MAX_ROUNDS = 20;

    private final DynamoDbClient client;
    private final String table;

    public BatchWrite(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /**
     * Puts items with different keys.
     *
     * @throws IllegalStateException if DynamoDB keeps leaving items over; others are written
     */
    public void put(Collection<Map<String, AttributeValue>> items) {
        write(items.stream()
                .map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList());
    }

    /**
     * Deletes the items of different keys, those that are there.
     *
     * @throws IllegalStateException if DynamoDB keeps leaving items over; others are deleted
     */
    public void delete(Collection<Map<String, AttributeValue>> keys) {
        write(keys.stream()
                .map(key -> WriteRequest.builder()
                        .deleteRequest(delete -> delete.key(key))
                        .build())
                .toList());
    }

    private void write(List<WriteRequest> writes) {
        for (var from = 0; from < writes.size(); from += MAX_ITEMS) {
            writeTogether(writes.subList(from, Math.min(writes.size(), from + MAX_ITEMS)));
        }
    }

    private void writeTogether(List<WriteRequest> writes) {
        var left = Map.of(table, writes);
        for (var round = 0; !left.isEmpty(); round++) {
            if (round == MAX_ROUNDS) {
                throw new IllegalStateException("DynamoDB left items of " + table + " unwritten " + MAX_ROUNDS
                        + " times in a row; it is busy beyond its capacity.");
            }
            var request = left;
            left = client.batchWriteItem(write -> write.requestItems(request)).unprocessedItems();
        }
    }
}
