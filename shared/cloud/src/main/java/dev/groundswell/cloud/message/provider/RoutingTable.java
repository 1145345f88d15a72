package dev.groundswell.cloud.message.provider;

import static dev.groundswell.cloud.message.provider.ChannelKeys.number;
import static dev.groundswell.cloud.message.provider.ChannelKeys.text;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.route.Routing;
import dev.groundswell.core.message.route.Routing.Level;
import dev.groundswell.core.message.route.RoutingBooks;
import dev.groundswell.core.message.route.RoutingChange;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * How weight has moved, in the table {@code Channels}: partition {@code store}, an item {@code routing#<channel>} of how it is
 * now, and one {@code change#<channel>#<time>#<provider>} for each change.
 */
public final class RoutingTable implements RoutingBooks {

    /** As long as messages are kept, which the changes explain. */
    private static final Duration KEPT = Duration.ofDays(400);

    private static final String ROUTING = "routing#";
    private static final String CHANGE = "change#";
    private static final String REVISION = "revision";
    private static final String LEVELS = "levels";
    private static final String PERCENT = "percent";
    private static final String MOVED_AT = "movedAt";
    private static final String AT = "at";
    private static final String PROVIDER = "provider";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String REASON = "reason";
    private static final String DETAIL = "detail";

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final String CONFLICT = "TransactionConflict";

    private final DynamoDbClient client;
    private final String table;

    public RoutingTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Routing read(StoreId store, Channel channel) {
        var answer = client.getItem(get -> get.tableName(table)
                .key(ChannelKeys.key(store, ROUTING + channel))
                .consistentRead(true));
        return answer.hasItem() ? routing(new Item(answer.item())) : Routing.RESTING;
    }

    @Override
    public boolean write(StoreId store, Channel channel, Routing routing, List<RoutingChange> changes) {
        var puts = Stream.concat(
                        Stream.of(put(store, channel, routing)),
                        changes.stream().map(change -> put(store, channel, change)))
                .map(put -> TransactWriteItem.builder().put(put).build())
                .toList();
        try {
            client.transactWriteItems(write -> write.transactItems(puts));
            return true;
        } catch (TransactionCanceledException canceled) {
            if (canceled.cancellationReasons().stream().noneMatch(reason -> isAnothers(reason.code()))) {
                throw canceled;
            }
            return false;
        }
    }

    /** Another worker has moved weight, or does at this moment. */
    private static boolean isAnothers(String code) {
        return CONDITION_FAILED.equals(code) || CONFLICT.equals(code);
    }

    private Put put(StoreId store, Channel channel, Routing routing) {
        var item = new HashMap<>(ChannelKeys.key(store, ROUTING + channel));
        item.put(REVISION, number(routing.revision()));
        item.put(
                LEVELS,
                AttributeValue.fromM(routing.levels().entrySet().stream()
                        .collect(Collectors.toMap(level -> level.getKey().value(), level -> level(level.getValue())))));
        var put = Put.builder().tableName(table).item(item);
        return routing.revision() == 1
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("revision = :before")
                        .expressionAttributeValues(Map.of(":before", number(routing.revision() - 1)))
                        .build();
    }

    private static AttributeValue level(Level level) {
        return AttributeValue.fromM(Map.of(
                PERCENT, number(level.percent()), MOVED_AT, text(level.movedAt().toString())));
    }

    private Put put(StoreId store, Channel channel, RoutingChange change) {
        var key = CHANGE + channel + "#" + FixedWidth.format(change.at()) + "#" + change.provider();
        var item = new HashMap<>(ChannelKeys.key(store, key));
        item.put(AT, text(change.at().toString()));
        item.put(PROVIDER, text(change.provider().value()));
        item.put(FROM, number(change.from()));
        item.put(TO, number(change.to()));
        item.put(REASON, text(change.reason().name()));
        item.put(DETAIL, text(change.detail()));
        item.put(ChannelKeys.EXPIRES_AT, number(change.at().plus(KEPT).getEpochSecond()));
        return Put.builder().tableName(table).item(item).build();
    }

    @Override
    public List<RoutingChange> changes(StoreId store, Channel channel, int limit) {
        return client
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(
                                Map.of(":pk", text(store.value()), ":prefix", text(CHANGE + channel + "#")))
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(limit))
                .items()
                .stream()
                .map(item -> change(new Item(item)))
                .toList();
    }

    private static Routing routing(Item item) {
        var levels = item.find(LEVELS).map(AttributeValue::m).orElse(Map.of()).entrySet().stream()
                .collect(Collectors.toMap(
                        level -> new ProviderId(level.getKey()),
                        level -> level(new Item(level.getValue().m()))));
        return new Routing(item.number(REVISION), levels);
    }

    private static Level level(Item level) {
        return new Level((int) level.number(PERCENT), Instant.parse(level.text(MOVED_AT)));
    }

    private static RoutingChange change(Item item) {
        return new RoutingChange(
                Instant.parse(item.text(AT)),
                new ProviderId(item.text(PROVIDER)),
                (int) item.number(FROM),
                (int) item.number(TO),
                RoutingChange.Reason.valueOf(item.text(REASON)),
                item.text(DETAIL));
    }
}
