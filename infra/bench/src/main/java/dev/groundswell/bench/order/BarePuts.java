package dev.groundswell.bench.order;

import dev.groundswell.bench.system.FreshTables;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** The least that taking order changes in can cost: one put each, only if its version is greater, and nothing else. */
public final class BarePuts implements AutoCloseable {

    private final FreshTables tables = FreshTables.open();

    /** Puts all items, in their order as far as so many threads keep it. */
    public void put(List<Map<String, AttributeValue>> items, int threads) throws InterruptedException {
        var next = new AtomicInteger();
        var client = tables.client();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            Callable<Boolean> work = () -> {
                for (var i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                    put(client, items.get(i));
                }
                return true;
            };
            executor.invokeAll(Collections.nCopies(threads, work)).forEach(Future::resultNow);
        }
    }

    private void put(DynamoDbClient client, Map<String, AttributeValue> item) {
        try {
            client.putItem(PutItemRequest.builder()
                    .tableName(tables.name("Orders"))
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR version < :version")
                    .expressionAttributeValues(Map.of(":version", item.get("version")))
                    .build());
        } catch (ConditionalCheckFailedException overtaken) {
            // Another thread has put a later change of the same order: as it should be.
        }
    }

    @Override
    public void close() {
        tables.close();
    }
}
