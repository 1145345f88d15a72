package dev.groundswell.cloud.message;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.Standing;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * What holds for addresses, in the table {@code Messages}: an item {@code standing} beside an address's messages, with a {@link
 * Barring#rank} for each bar that was ever set. It never expires.
 */
public final class StandingTable implements Standings {

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String STANDING = "standing";

    private final DynamoDbClient client;
    private final String table;
    private final BatchGet get;

    public StandingTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.get = new BatchGet(client, table, true);
    }

    @Override
    public Map<AddressKey, Standing> find(StoreId store, Collection<AddressKey> addresses) {
        var standings = new HashMap<AddressKey, Standing>();
        get.find(new HashSet<>(addresses), address -> key(store, address), PK, SK)
                .forEach((address, item) -> standings.put(address, standing(item)));
        return standings;
    }

    @Override
    public Barring note(StoreId store, AddressKey address, Bar bar, Barring barring) {
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(key(store, address))
                    .updateExpression("SET #bar = :rank")
                    .conditionExpression("attribute_not_exists(#bar) OR #bar < :rank")
                    .expressionAttributeNames(Map.of("#bar", attribute(bar)))
                    .expressionAttributeValues(Map.of(":rank", AttributeValue.fromS(barring.rank())))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return barring;
        } catch (ConditionalCheckFailedException overruled) {
            return Barring.ofRank(new Item(overruled.item()).text(attribute(bar)));
        }
    }

    /** Of an item by its {@link #key}. */
    public static Standing standing(Map<String, AttributeValue> item) {
        var barrings = new EnumMap<Bar, Barring>(Bar.class);
        for (var bar : Bar.values()) {
            var rank = item.get(attribute(bar));
            if (rank != null) {
                barrings.put(bar, Barring.ofRank(rank.s()));
            }
        }
        return new Standing(barrings);
    }

    private static String attribute(Bar bar) {
        return bar.name().toLowerCase(Locale.ROOT);
    }

    public static Map<String, AttributeValue> key(StoreId store, AddressKey address) {
        return Map.of(PK, AttributeValue.fromS(store + "|" + address), SK, AttributeValue.fromS(STANDING));
    }
}
