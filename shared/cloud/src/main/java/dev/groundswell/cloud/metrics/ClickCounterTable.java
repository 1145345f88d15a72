package dev.groundswell.cloud.metrics;

import static dev.groundswell.cloud.metrics.CounterKeys.CLICK_FIGURES;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.metrics.ClickCounters;
import dev.groundswell.core.metrics.ClickCounts;
import dev.groundswell.core.store.StoreId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The clicks among the counters of the table {@code Metrics}: the lanes of a sender, which are one query, added up. */
public final class ClickCounterTable implements ClickCounters {

    private final DynamoDbClient client;
    private final String table;

    public ClickCounterTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public ClickCounts after(StoreId store, String to) {
        return client
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(
                                Map.of(":pk", AttributeValue.fromS(CounterKeys.clicksPartition(store, to)))))
                .items()
                .stream()
                .map(ClickCounterTable::counts)
                .reduce(ClickCounts.ZERO, ClickCounts::plus);
    }

    static ClickCounts counts(Map<String, AttributeValue> item) {
        var figures = CLICK_FIGURES.stream()
                .mapToLong(figure -> new Item(item).numberOrZero(figure.name()))
                .toArray();
        return new ClickCounts(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
    }
}
