package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.Consents;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Consents in the table {@code Orders}: an item {@code consent#SMS} or {@code consent#EMAIL} in the buyer's partition. */
public final class ConsentTable implements Consents {

    /** What the sort keys of these items begin with; no other item's does. */
    public static final String PREFIX = "consent#";

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String STATE = "state";
    private static final String AT = "at";
    private static final String SOURCE = "source";
    private static final String BY = "recordedBy";

    /** {@link Consent#rank}, which DynamoDB compares byte by byte as well. */
    private static final String RANK = "rank";

    private final DynamoDbClient client;
    private final String table;

    public ConsentTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Consent record(StoreId store, BuyerId buyer, Consent consent) {
        try {
            client.putItem(put -> put.tableName(table)
                    .item(item(store, buyer, consent))
                    .conditionExpression("attribute_not_exists(#rank) OR #rank < :rank")
                    .expressionAttributeNames(Map.of("#rank", RANK))
                    .expressionAttributeValues(Map.of(":rank", AttributeValue.fromS(consent.rank())))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return consent;
        } catch (ConditionalCheckFailedException overruled) {
            return consent(overruled.item());
        }
    }

    /** The consent that an item of these holds. */
    static Consent consent(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        return new Consent(
                Channel.valueOf(item.text(SK).substring(PREFIX.length())),
                Consent.State.valueOf(item.text(STATE)),
                Instant.parse(item.text(AT)),
                item.text(SOURCE),
                item.text(BY));
    }

    private static Map<String, AttributeValue> item(StoreId store, BuyerId buyer, Consent consent) {
        return Map.of(
                PK, AttributeValue.fromS(BuyerPartitions.key(store, buyer)),
                SK, AttributeValue.fromS(PREFIX + consent.channel()),
                STATE, AttributeValue.fromS(consent.state().name()),
                AT, AttributeValue.fromS(consent.at().toString()),
                SOURCE, AttributeValue.fromS(consent.source()),
                BY, AttributeValue.fromS(consent.by()),
                RANK, AttributeValue.fromS(consent.rank()));
    }
}
