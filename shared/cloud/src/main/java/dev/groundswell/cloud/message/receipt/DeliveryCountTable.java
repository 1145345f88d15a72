package dev.groundswell.cloud.message.receipt;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.message.receipt.DeliveryCount;
import dev.groundswell.core.message.receipt.DeliveryCounts;
import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What workers counted of deliveries, in the table {@code Channels}: partition {@code store}, an item {@code
 * deliveries#<day>#<worker>} with a line {@code delivered/failed/provider/destination} for each way that messages went, and the
 * worker's last batch that is among them.
 */
public final class DeliveryCountTable implements DeliveryCounts {

    private static final String PREFIX = "deliveries#";
    private static final String COUNTS = "counts";
    private static final String UP_TO = "upTo";
    private static final int PARTS = 4;

    private final DynamoDbClient client;
    private final String table;

    public DeliveryCountTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void note(StoreId store, LocalDate day, String worker, long upTo, Collection<DeliveryCount> counts) {
        var expiresAt = day.plusDays(KEPT_DAYS).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        client.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "pk",
                        AttributeValue.fromS(store.value()),
                        "sk",
                        sort(day, worker),
                        UP_TO,
                        AttributeValue.fromN(Long.toString(upTo)),
                        COUNTS,
                        AttributeValue.fromSs(
                                counts.stream().map(DeliveryCountTable::line).toList()),
                        "expiresAt",
                        AttributeValue.fromN(Long.toString(expiresAt)))));
    }

    private static AttributeValue sort(LocalDate day, String worker) {
        return AttributeValue.fromS(PREFIX + day + "#" + worker);
    }

    @Override
    public long notedUpTo(StoreId store, LocalDate day, String worker) {
        var found = client.getItem(get -> get.tableName(table)
                .key(Map.of("pk", AttributeValue.fromS(store.value()), "sk", sort(day, worker)))
                .consistentRead(true));
        return found.hasItem() ? new Item(found.item()).number(UP_TO) : 0;
    }

    @Override
    public List<DeliveryCount> of(StoreId store, LocalDate day) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :day)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS(store.value()),
                                ":day", AttributeValue.fromS(PREFIX + day + "#"))))
                .items()
                .stream()
                .flatMap(item -> new Item(item).textSet(COUNTS).stream())
                .map(DeliveryCountTable::count)
                .toList();
    }

    /** Providers' ids have no slash. */
    private static String line(DeliveryCount count) {
        return count.delivered() + "/" + count.failed() + "/" + count.provider() + "/" + count.destination();
    }

    private static DeliveryCount count(String line) {
        var parts = line.split("/", PARTS);
        return new DeliveryCount(parts[2], parts[3], Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
