package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.customer.ProfileVersions;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Profiles in the table {@code Orders}: the item {@code profile} in the buyer's partition {@code store|buyer}. */
public final class CustomerProfileTable implements CustomerProfiles, ProfileVersions {

    public static final String PK = "pk";
    public static final String SK = "sk";
    public static final String PROFILE = "profile";
    public static final String VERSION = "version";

    private final DynamoDbClient client;
    private final String table;

    public CustomerProfileTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Map<BuyerId, CustomerProfile> find(StoreId store, Collection<BuyerId> buyers) {
        var items = new BatchGet(client, table).find(new LinkedHashSet<>(buyers), buyer -> key(store, buyer), PK, SK);
        var found = new HashMap<BuyerId, CustomerProfile>();
        items.forEach((buyer, item) -> found.put(buyer, profile(buyer, item)));
        return found;
    }

    @Override
    public Map<BuyerId, Versioned> read(StoreId store, Collection<BuyerId> buyers) {
        var items =
                new BatchGet(client, table, true).find(new LinkedHashSet<>(buyers), buyer -> key(store, buyer), PK, SK);
        var found = new HashMap<BuyerId, Versioned>();
        items.forEach((buyer, item) -> found.put(buyer, versioned(buyer, item)));
        return found;
    }

    /** By a scan of the whole table. */
    @Override
    public void each(StoreId store, BiConsumer<BuyerId, Versioned> reader) {
        var ofStore = store + "|";
        client.scanPaginator(scan -> scan.tableName(table)
                        .filterExpression("begins_with(pk, :store) AND sk = :profile")
                        .expressionAttributeValues(Map.of(
                                ":store", AttributeValue.fromS(ofStore), ":profile", AttributeValue.fromS(PROFILE)))
                        .consistentRead(true))
                .items()
                .forEach(item -> {
                    var buyer = new BuyerId(new Item(item).text(PK).substring(ofStore.length()));
                    reader.accept(buyer, versioned(buyer, item));
                });
    }

    private static Versioned versioned(BuyerId buyer, Map<String, AttributeValue> item) {
        return new Versioned(profile(buyer, item), new Item(item).number(VERSION));
    }

    public static Map<String, AttributeValue> key(StoreId store, BuyerId buyer) {
        return Map.of(PK, AttributeValue.fromS(BuyerPartitions.key(store, buyer)), SK, AttributeValue.fromS(PROFILE));
    }

    public static CustomerProfile profile(BuyerId buyer, Map<String, AttributeValue> item) {
        return CustomerProfileJson.read(buyer, new Item(item).text(PROFILE));
    }
}
