package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.campaign.Addressees.Person;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.customer.ProfileVersions;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Profiles in the table {@code Orders}: the item {@code profile} in the buyer's partition {@code store|buyer}. */
public final class CustomerProfileTable implements CustomerProfiles, ProfileVersions {

    public static final String PK = "pk";
    public static final String SK = "sk";
    public static final String PROFILE = "profile";
    public static final String VERSION = "version";

    /** Beside the profile, which has them too: all that is read before a message goes out, of thousands a second. */
    private static final String LAST_PAID_AT = "lastPaidAt";

    private static final String CONSENTS = "consents";

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

    /** What a profile's item has besides its key. */
    public static Map<String, AttributeValue> attributes(CustomerProfile profile, long version) {
        var attributes = new HashMap<String, AttributeValue>();
        attributes.put(VERSION, AttributeValue.fromN(Long.toString(version)));
        attributes.put(PROFILE, AttributeValue.fromS(CustomerProfileJson.write(profile)));
        if (profile.lastPaidAt() != null) {
            attributes.put(
                    LAST_PAID_AT, AttributeValue.fromS(profile.lastPaidAt().toString()));
        }
        if (!profile.consents().isEmpty()) {
            attributes.put(CONSENTS, AttributeValue.fromS(MessagingJson.write(profile.consents())));
        }
        return attributes;
    }

    /**
     * Asks for persons by their keys, strongly consistent, and for no more than {@link #person} needs.
     *
     * @param keys distinct ones
     */
    public static KeysAndAttributes persons(Collection<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder()
                .keys(keys)
                .projectionExpression(String.join(",", PK, LAST_PAID_AT, CONSENTS))
                .consistentRead(true)
                .build();
    }

    /** Of an item that {@link #persons} asked for. */
    public static Person person(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        return new Person(
                item.has(CONSENTS) ? MessagingJson.consents(item.text(CONSENTS)) : List.of(),
                item.has(LAST_PAID_AT) ? Optional.of(Instant.parse(item.text(LAST_PAID_AT))) : Optional.empty());
    }

    public static CustomerProfile profile(BuyerId buyer, Map<String, AttributeValue> item) {
        return CustomerProfileJson.read(buyer, new Item(item).text(PROFILE));
    }
}
