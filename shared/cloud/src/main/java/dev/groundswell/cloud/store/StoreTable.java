package dev.groundswell.cloud.store;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.Stores;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table {@code Stores}: one item per store, keyed by its id. */
public final class StoreTable implements Stores {

    private static final String PK = "pk";
    private static final String NAME = "name";
    private static final String CURRENCY = "currency";
    private static final String ZONE = "zone";

    private final DynamoDbClient client;
    private final String table;

    public StoreTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Store> find(StoreId id) {
        var found = client.getItem(get -> get.tableName(table).key(Map.of(PK, text(id.value()))));
        return found.hasItem() ? Optional.of(store(new Item(found.item()))) : Optional.empty();
    }

    @Override
    public void each(Consumer<Store> reader) {
        client.scanPaginator(scan -> scan.tableName(table))
                .items()
                .forEach(item -> reader.accept(store(new Item(item))));
    }

    @Override
    public void save(Store store) {
        client.putItem(put -> put.tableName(table)
                .item(Map.of(
                        PK, text(store.id().value()),
                        NAME, text(store.name()),
                        CURRENCY, text(store.currency().getCurrencyCode()),
                        ZONE, text(store.zone().getId()))));
    }

    private static Store store(Item item) {
        return new Store(
                new StoreId(item.text(PK)),
                item.text(NAME),
                Currency.getInstance(item.text(CURRENCY)),
                ZoneId.of(item.text(ZONE)));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
