package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.dynamodb.BatchWrite;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.WakeUpBundle;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Wake-ups in the table {@code Reminders}: the partition {@code store|pending#3} of each shard, an item for each bundle, sorted by
 * when it is due. The shard's mark sorts before all of them, so that the one query for what is due tells it too.
 */
public final class WakeUpTable implements WakeUps {

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String WAKE_UPS = "wakeUps";
    private static final String BUYER = "buyer";
    private static final String ORDER = "order";
    private static final String TOKEN = "token";
    private static final String ROUND = "round";
    private static final String REVISION = "revision";
    private static final String UP_TO = "upTo";

    private static final String MARK = "!mark";

    private static final char SEPARATOR = '#';

    /** Sorts behind the separator of keys, and so behind all that is due at an instant. */
    private static final String AFTER_SEPARATOR = "$";

    private static final int DUE_LENGTH = FixedWidth.format(Instant.EPOCH).length();

    /** The mark, and what may be a full page already: how large bundles are shows when the first are read. */
    private static final int FIRST_READ = 3;

    private final DynamoDbClient client;
    private final String table;

    public WakeUpTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Page due(StoreId store, int shard, Instant until, Optional<Place> after, int limit) {
        var marked = after.map(_ -> mark(store, shard));
        var reading = new Reading(store, shard, until, after, limit);
        reading.readAll();
        return reading.page(marked.orElse(reading.mark));
    }

    @Override
    public void put(StoreId store, Collection<WakeUp> wakeUps) {
        new BatchWrite(client, table)
                .put(WakeUpBundle.of(wakeUps).stream()
                        .map(bundle -> item(store, bundle))
                        .toList());
    }

    @Override
    public void delete(StoreId store, Collection<WakeUpBundle> bundles) {
        new BatchWrite(client, table)
                .delete(bundles.stream()
                        .map(bundle -> key(store, bundle.shard(), bundle.place()))
                        .distinct()
                        .toList());
    }

    @Override
    public boolean mark(StoreId store, int shard, Mark before, Mark after) {
        var item = new HashMap<>(key(store, shard, MARK));
        item.put(REVISION, AttributeValue.fromN(Long.toString(after.revision())));
        after.upTo().ifPresent(place -> item.put(UP_TO, text(sortKey(place))));
        try {
            client.putItem(put -> {
                put.tableName(table).item(item);
                if (before.equals(Mark.NONE)) {
                    put.conditionExpression("attribute_not_exists(pk)");
                } else {
                    put.conditionExpression("revision = :revision AND "
                                    + before.upTo().map(_ -> "upTo = :upTo").orElse("attribute_not_exists(upTo)"))
                            .expressionAttributeValues(values(before));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException anotherIsThere) {
            return false;
        }
    }

    private static Map<String, AttributeValue> values(Mark before) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":revision", AttributeValue.fromN(Long.toString(before.revision())));
        before.upTo().ifPresent(place -> values.put(":upTo", text(sortKey(place))));
        return values;
    }

    // ---- reading

    /** One page while it is read: as many items a request as there seem to be left. */
    private final class Reading {

        private final QueryRequest.Builder query;
        private final int limit;
        private final List<WakeUpBundle> bundles = new ArrayList<>();
        private Mark mark = Mark.NONE;
        private boolean isLast;
        private int wakeUps;

        Reading(StoreId store, int shard, Instant until, Optional<Place> after, int limit) {
            this.limit = limit;
            query = QueryRequest.builder()
                    .tableName(table)
                    .keyConditionExpression("pk = :pk AND sk < :end")
                    .expressionAttributeValues(Map.of(
                            ":pk",
                            text(partition(store, shard)),
                            ":end",
                            text(FixedWidth.format(until) + AFTER_SEPARATOR)))
                    .exclusiveStartKey(
                            after.map(place -> key(store, shard, place)).orElse(null))
                    .consistentRead(true);
        }

        void readAll() {
            query.limit(FIRST_READ);
            while (!isLast && wakeUps < limit) {
                var answer = client.query(query.build());
                answer.items().forEach(item -> add(new Item(item)));
                isLast = !answer.hasLastEvaluatedKey();
                query.exclusiveStartKey(answer.lastEvaluatedKey()).limit(seemToBeLeft());
            }
        }

        private void add(Item item) {
            if (item.text(SK).equals(MARK)) {
                mark = mark(item);
            } else {
                var bundle = bundle(item);
                bundles.add(bundle);
                wakeUps += bundle.wakeUps().size();
            }
        }

        private int seemToBeLeft() {
            return Math.max(1, Math.ceilDiv((limit - wakeUps) * bundles.size(), Math.max(1, wakeUps)));
        }

        Page page(Mark current) {
            var fitting = new ArrayList<WakeUpBundle>();
            var room = limit;
            for (var bundle : bundles) {
                room -= bundle.wakeUps().size();
                if (room < 0 && !fitting.isEmpty()) {
                    return new Page(current, fitting, false);
                }
                fitting.add(bundle);
            }
            return new Page(current, fitting, isLast);
        }
    }

    private Mark mark(StoreId store, int shard) {
        var answer = client.getItem(
                get -> get.tableName(table).key(key(store, shard, MARK)).consistentRead(true));
        return answer.hasItem() ? mark(new Item(answer.item())) : Mark.NONE;
    }

    private static Mark mark(Item item) {
        return new Mark(item.number(REVISION), item.find(UP_TO).map(upTo -> place(upTo.s())));
    }

    private static WakeUpBundle bundle(Item item) {
        var place = place(item.text(SK));
        return new WakeUpBundle(
                place,
                item.find(WAKE_UPS).orElseThrow().l().stream()
                        .map(wakeUp -> wakeUp(place.due(), new Item(wakeUp.m())))
                        .toList());
    }

    private static WakeUp wakeUp(Instant due, Item fields) {
        return new WakeUp(
                due,
                new BuyerId(fields.text(BUYER)),
                new OrderId(fields.text(ORDER)),
                fields.text(TOKEN),
                fields.find(ROUND).map(AttributeValue::s));
    }

    private static Place place(String sortKey) {
        return new Place(Instant.parse(sortKey.substring(0, DUE_LENGTH)), sortKey.substring(DUE_LENGTH + 1));
    }

    // ---- writing

    private static Map<String, AttributeValue> item(StoreId store, WakeUpBundle bundle) {
        var item = new HashMap<>(key(store, bundle.shard(), bundle.place()));
        item.put(
                WAKE_UPS,
                AttributeValue.fromL(bundle.wakeUps().stream()
                        .map(wakeUp -> AttributeValue.fromM(fields(wakeUp)))
                        .toList()));
        return item;
    }

    private static Map<String, AttributeValue> fields(WakeUp wakeUp) {
        var fields = new HashMap<String, AttributeValue>();
        fields.put(BUYER, text(wakeUp.buyer().value()));
        fields.put(ORDER, text(wakeUp.order().value()));
        fields.put(TOKEN, text(wakeUp.token()));
        wakeUp.round().ifPresent(round -> fields.put(ROUND, text(round)));
        return fields;
    }

    private static Map<String, AttributeValue> key(StoreId store, int shard, Place place) {
        return key(store, shard, sortKey(place));
    }

    private static Map<String, AttributeValue> key(StoreId store, int shard, String sk) {
        return Map.of(PK, text(partition(store, shard)), SK, text(sk));
    }

    private static String sortKey(Place place) {
        return FixedWidth.format(place.due()) + SEPARATOR + place.key();
    }

    private static String partition(StoreId store, int shard) {
        return store + "|pending#" + shard;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
