package dev.groundswell.cloud.message.provider;

import static dev.groundswell.cloud.message.provider.ChannelKeys.number;
import static dev.groundswell.cloud.message.provider.ChannelKeys.text;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.route.HealthCount;
import dev.groundswell.core.message.route.ProviderHealth;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What workers saw of providers, in the table {@code Channels}: partition {@code store}, items {@code
 * health#<provider>#<kind>#<bucket>#<worker>}, for a few hours.
 */
public final class HealthTable implements ProviderHealth {

    /** Nobody looks back for longer than a quarter of an hour; people who wonder have the rest of the day. */
    private static final Duration KEPT = Duration.ofHours(12);

    private static final String PREFIX = "health#";
    private static final String BUCKET = "bucket";
    private static final String WORKER = "worker";
    private static final String ALL = "all";
    private static final String BAD = "bad";
    private static final String SAID = "said";

    private final DynamoDbClient client;
    private final String table;

    public HealthTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void note(StoreId store, HealthCount count) {
        var bucket = prefix(count.provider(), count.kind()) + FixedWidth.format(count.bucket());
        var item = new HashMap<>(ChannelKeys.key(store, bucket + "#" + count.worker()));
        item.put(BUCKET, text(count.bucket().toString()));
        item.put(WORKER, text(count.worker()));
        item.put(ALL, number(count.all()));
        item.put(BAD, number(count.bad()));
        if (!count.said().isEmpty()) {
            item.put(SAID, text(count.said()));
        }
        item.put(ChannelKeys.EXPIRES_AT, number(count.bucket().plus(KEPT).getEpochSecond()));
        client.putItem(put -> put.tableName(table).item(item));
    }

    @Override
    public List<HealthCount> noted(StoreId store, ProviderId provider, HealthCount.Kind kind, Instant since) {
        var prefix = prefix(provider, kind);
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :since AND :end")
                        .expressionAttributeValues(Map.of(
                                ":pk", text(store.value()),
                                ":since", text(prefix + FixedWidth.format(since)),
                                ":end", text(prefix + "~"))))
                .items()
                .stream()
                .map(item -> count(provider, kind, new Item(item)))
                .toList();
    }

    private static String prefix(ProviderId provider, HealthCount.Kind kind) {
        return PREFIX + provider + "#" + kind + "#";
    }

    private static HealthCount count(ProviderId provider, HealthCount.Kind kind, Item item) {
        return new HealthCount(
                provider,
                kind,
                Instant.parse(item.text(BUCKET)),
                item.text(WORKER),
                (int) item.number(ALL),
                (int) item.number(BAD),
                item.find(SAID).map(AttributeValue::s).orElse(""));
    }
}
