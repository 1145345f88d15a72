package dev.groundswell.graphqlapi.persistedquery;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table {@code PersistedQueries}: the item {@code store|hash} holds the text until {@code expiresAt}. */
public final class PersistedQueryTable implements PersistedQueries {

    /** A front end that nobody opens for a month sends its texts once more. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String PK = "pk";
    private static final String TEXT = "text";
    private static final String EXPIRES_AT = "expiresAt";

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource time;

    public PersistedQueryTable(DynamoDbClient client, String table, InstantSource time) {
        this.client = client;
        this.table = table;
        this.time = time;
    }

    /** DynamoDB removes expired items up to days late; they count as gone all the same. */
    @Override
    public Optional<String> find(StoreId store, QueryHash hash) {
        var found = client.getItem(get -> get.tableName(table).key(Map.of(PK, key(store, hash))));
        return found.hasItem() && expiresAt(found.item()).isAfter(time.instant())
                ? Optional.of(new Item(found.item()).text(TEXT))
                : Optional.empty();
    }

    @Override
    public void save(StoreId store, QueryHash hash, String text) {
        var expiresAt = time.instant().plus(KEPT).getEpochSecond();
        client.putItem(put -> put.tableName(table)
                .item(Map.of(
                        PK, key(store, hash),
                        TEXT, AttributeValue.fromS(text),
                        EXPIRES_AT, AttributeValue.fromN(Long.toString(expiresAt)))));
    }

    private static Instant expiresAt(Map<String, AttributeValue> item) {
        return Instant.ofEpochSecond(new Item(item).numberOrZero(EXPIRES_AT));
    }

    private static AttributeValue key(StoreId store, QueryHash hash) {
        return AttributeValue.fromS(store + "|" + hash);
    }
}
