package dev.groundswell.cloud.link;

import dev.groundswell.cloud.dynamodb.BatchWrite;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.link.KeptLink;
import dev.groundswell.core.link.LinkCode;
import dev.groundswell.core.link.LinkHosts;
import dev.groundswell.core.link.LinkSecrets;
import dev.groundswell.core.link.Links;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The table {@code Links}: an item {@code store|code} for each short link, with the milliseconds of its clicks as a set of
 * numbers; one {@code store}, {@code secret} for what a store makes its links by; and one {@code host} for each host name, which
 * is the one key that cannot begin with the store, since it tells which one it is.
 */
public final class LinkTable implements Links, LinkSecrets, LinkHosts {

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String LINK = "link";
    private static final String SECRET = "secret";
    private static final String MESSAGE = "message";
    private static final String NUMBER = "number";
    private static final String BUYER = "buyer";
    private static final String TARGET = "target";
    private static final String CLICKS = "clicks";

    /** There from a link's first click on that counts for somebody: by it the index {@code byClicked} knows it, with {@code clickedOf}. */
    private static final String CLICKED_KEY = "clickedKey";

    private static final String CLICK = "ADD #clicks :at";
    private static final String LIST_AND_CLICK =
            CLICK + " SET clickedOf = :of, clickedKey = if_not_exists(clickedKey, :key)";
    private static final String VALUE = "value";
    private static final String HOST = "host";
    private static final String STORE = "store";
    private static final String EXPIRES_AT = "expiresAt";

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource time;
    private final RandomGenerator random;

    /** @param random makes secrets, so a secure one */
    public LinkTable(DynamoDbClient client, String table, InstantSource time, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.time = time;
        this.random = random;
    }

    /** Eventually consistent: a link is written seconds before anybody can see it. */
    @Override
    public Optional<KeptLink> find(StoreId store, LinkCode code) {
        var found = client.getItem(get -> get.tableName(table).key(key(store, code)));
        return found.hasItem() ? Optional.of(link(code, new Item(found.item()))) : Optional.empty();
    }

    @Override
    public void write(StoreId store, Collection<ShortLink> links) {
        var expiresAt = AttributeValue.fromN(
                Long.toString(time.instant().plus(Duration.ofDays(KEPT_DAYS)).getEpochSecond()));
        new BatchWrite(client, table)
                .put(links.stream().map(link -> item(store, link, expiresAt)).toList());
    }

    @Override
    public Optional<KeptLink> click(StoreId store, LinkCode code, Optional<String> of, Instant at) {
        var values = new HashMap<>(Map.of(
                ":at", AttributeValue.fromNs(List.of(Long.toString(at.toEpochMilli()))),
                ":max", AttributeValue.fromN(Integer.toString(MAX_CLICKS))));
        of.ifPresent(sender -> {
            values.put(":of", AttributeValue.fromS(clickedOf(store, sender)));
            values.put(":key", AttributeValue.fromS(FixedWidth.format(at) + "!" + code));
        });
        try {
            var clicked = client.updateItem(update -> update.tableName(table)
                    .key(key(store, code))
                    .updateExpression(of.isPresent() ? LIST_AND_CLICK : CLICK)
                    .conditionExpression(
                            "attribute_exists(#link) AND (attribute_not_exists(#clicks) OR size(#clicks) < :max)")
                    .expressionAttributeNames(Map.of("#clicks", CLICKS, "#link", TARGET))
                    .expressionAttributeValues(values)
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.of(link(code, new Item(clicked.attributes())));
        } catch (ConditionalCheckFailedException noneOrFull) {
            return noneOrFull.hasItem() ? Optional.of(link(code, new Item(noneOrFull.item()))) : Optional.empty();
        }
    }

    @Override
    public List<Listed> clicked(StoreId store, String of, Optional<String> after, int limit) {
        return client
                .query(query -> query.tableName(table)
                        .indexName("byClicked")
                        .keyConditionExpression("clickedOf = :of AND clickedKey > :after")
                        .expressionAttributeValues(Map.of(
                                ":of", AttributeValue.fromS(clickedOf(store, of)),
                                // A blank sorts before all that a key begins with.
                                ":after", AttributeValue.fromS(after.orElse(" "))))
                        .limit(limit))
                .items()
                .stream()
                .map(Item::new)
                .map(item -> new Listed(link(code(store, item), item), item.text(CLICKED_KEY)))
                .toList();
    }

    private static String clickedOf(StoreId store, String sender) {
        return store + "|" + sender;
    }

    private static LinkCode code(StoreId store, Item item) {
        return new LinkCode(item.text(PK).substring(store.value().length() + 1));
    }

    @Override
    public byte[] of(StoreId store) {
        return findSecret(store).orElseGet(() -> makeSecret(store));
    }

    private Optional<byte[]> findSecret(StoreId store) {
        var found = client.getItem(
                get -> get.tableName(table).key(key(store.value(), SECRET)).consistentRead(true));
        return found.hasItem() ? Optional.of(new Item(found.item()).bytes(VALUE)) : Optional.empty();
    }

    private byte[] makeSecret(StoreId store) {
        var secret = new byte[LENGTH];
        random.nextBytes(secret);
        try {
            client.putItem(put -> put.tableName(table)
                    .item(Map.of(
                            PK, AttributeValue.fromS(store.value()),
                            SK, AttributeValue.fromS(SECRET),
                            VALUE, AttributeValue.fromB(SdkBytes.fromByteArray(secret))))
                    .conditionExpression("attribute_not_exists(pk)"));
            return secret;
        } catch (ConditionalCheckFailedException anotherWasFirst) {
            return findSecret(store).orElseThrow();
        }
    }

    @Override
    public Optional<StoreId> storeOf(String host) {
        var found = client.getItem(get -> get.tableName(table).key(key(host, HOST)));
        return found.hasItem() ? Optional.of(new StoreId(new Item(found.item()).text(STORE))) : Optional.empty();
    }

    @Override
    public boolean take(StoreId store, String host) {
        try {
            client.putItem(put -> put.tableName(table)
                    .item(Map.of(
                            PK, AttributeValue.fromS(host),
                            SK, AttributeValue.fromS(HOST),
                            STORE, AttributeValue.fromS(store.value())))
                    .conditionExpression("attribute_not_exists(pk) OR #store = :store")
                    .expressionAttributeNames(Map.of("#store", STORE))
                    .expressionAttributeValues(Map.of(":store", AttributeValue.fromS(store.value()))));
            return true;
        } catch (ConditionalCheckFailedException anothers) {
            return false;
        }
    }

    private static KeptLink link(LinkCode code, Item item) {
        var clicks = new TreeSet<Instant>();
        item.find(CLICKS)
                .ifPresent(set -> set.ns().forEach(milli -> clicks.add(Instant.ofEpochMilli(Long.parseLong(milli)))));
        var link = new ShortLink(
                code,
                MessageId.parse(item.text(MESSAGE)).orElseThrow(),
                (int) item.number(NUMBER),
                new BuyerId(item.text(BUYER)),
                URI.create(item.text(TARGET)));
        return new KeptLink(link, clicks);
    }

    private static Map<String, AttributeValue> item(StoreId store, ShortLink link, AttributeValue expiresAt) {
        return Map.of(
                PK, AttributeValue.fromS(store + "|" + link.code()),
                SK, AttributeValue.fromS(LINK),
                MESSAGE, AttributeValue.fromS(link.message().toString()),
                NUMBER, AttributeValue.fromN(Integer.toString(link.number())),
                BUYER, AttributeValue.fromS(link.buyer().value()),
                TARGET, AttributeValue.fromS(link.target().toString()),
                EXPIRES_AT, expiresAt);
    }

    private static Map<String, AttributeValue> key(StoreId store, LinkCode code) {
        return key(store + "|" + code, LINK);
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
    }
}
