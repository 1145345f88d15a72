package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.link.Attribution;
import dev.groundswell.core.link.ClickedLink;
import dev.groundswell.core.link.ClickedLinks;
import dev.groundswell.core.link.LinkCode;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The links that buyers followed, in the table {@code Orders}: an item {@code clicked#<code>} in the buyer's partition, for
 * good, since the figures of campaigns follow from it. A note that is no news writes nothing, and wakes nobody.
 */
public final class ClickedLinkTable implements ClickedLinks {

    /** What the sort keys of these items begin with; no other item's does, and they lie where a buyer's history is read. */
    public static final String PREFIX = "clicked#";

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String CHANNEL = "channel";
    private static final String CLICKS = "clicks";
    private static final String FIRST_AT = "firstAt";
    private static final String LAST_AT = "lastAt";

    /** This and the next one only where a click counts for somebody. */
    private static final String TO = "to";

    private static final String WITHIN_SECONDS = "withinSeconds";

    private final DynamoDbClient client;
    private final String table;

    public ClickedLinkTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void note(StoreId store, BuyerId buyer, ClickedLink link) {
        try {
            client.putItem(put -> put.tableName(table)
                    .item(item(store, buyer, link))
                    .conditionExpression("attribute_not_exists(pk) OR #clicks < :clicks")
                    .expressionAttributeNames(Map.of("#clicks", CLICKS))
                    .expressionAttributeValues(Map.of(":clicks", number(link.clicks()))));
        } catch (ConditionalCheckFailedException noNews) {
            // As many clicks are noted, or more: nothing to do.
        }
    }

    private static Map<String, AttributeValue> item(StoreId store, BuyerId buyer, ClickedLink link) {
        var item = new HashMap<String, AttributeValue>();
        item.put(PK, AttributeValue.fromS(BuyerPartitions.key(store, buyer)));
        item.put(SK, AttributeValue.fromS(PREFIX + link.code()));
        item.put(CHANNEL, AttributeValue.fromS(link.channel().name()));
        item.put(CLICKS, number(link.clicks()));
        item.put(FIRST_AT, AttributeValue.fromS(FixedWidth.format(link.firstAt())));
        item.put(LAST_AT, AttributeValue.fromS(FixedWidth.format(link.lastAt())));
        link.attribution().ifPresent(attribution -> {
            item.put(TO, AttributeValue.fromS(attribution.to()));
            item.put(WITHIN_SECONDS, number(attribution.within().toSeconds()));
        });
        return item;
    }

    /** The link that an item of these is of. */
    static ClickedLink link(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        return new ClickedLink(
                new LinkCode(item.text(SK).substring(PREFIX.length())),
                Channel.valueOf(item.text(CHANNEL)),
                attribution(item),
                (int) item.number(CLICKS),
                Instant.parse(item.text(FIRST_AT)),
                Instant.parse(item.text(LAST_AT)));
    }

    private static Optional<Attribution> attribution(Item item) {
        return item.find(TO).map(to -> new Attribution(to.s(), Duration.ofSeconds(item.number(WITHIN_SECONDS))));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
