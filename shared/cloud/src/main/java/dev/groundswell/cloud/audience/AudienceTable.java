package dev.groundswell.cloud.audience;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.audience.AudienceShards;
import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.BlockId;
import dev.groundswell.core.audience.Delta;
import dev.groundswell.core.audience.Manifest;
import dev.groundswell.core.audience.ManifestBytes;
import dev.groundswell.core.audience.MemberBlock;
import dev.groundswell.core.audience.RowBytes;
import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The table {@code Audience}, a partition {@code store|shard} for each shard: the item {@code manifest}, for each block {@code
 * block#id} with its columns and {@code members#id} with who the customers are, and {@code delta#buyer} for each customer
 * changed since.
 */
public final class AudienceTable implements AudienceShards {

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String MANIFEST = "manifest";
    private static final String REVISION = "revision";
    private static final String BLOCK_PREFIX = "block#";
    private static final String MEMBERS_PREFIX = "members#";
    private static final String DELTA_PREFIX = "delta#";
    private static final String VERSION = "version";

    /** A row, a block or a manifest. */
    private static final String CONTENT = "content";

    /** Writes under way at once. */
    private static final int PARALLEL_WRITES = 32;

    private final DynamoDbClient client;
    private final String table;

    public AudienceTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    // ---- deltas

    @Override
    public PutResult put(StoreId store, Delta delta) {
        var item = new HashMap<>(key(store, delta));
        item.put(VERSION, number(delta.version()));
        delta.row().ifPresent(row -> item.put(CONTENT, bytes(RowBytes.write(row))));
        try {
            client.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(version) OR version < :version")
                    .expressionAttributeValues(Map.of(":version", number(delta.version())))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return PutResult.STORED;
        } catch (ConditionalCheckFailedException refused) {
            return refused.item().containsKey(CONTENT) ? PutResult.OLDER : PutResult.GONE;
        }
    }

    @Override
    public Read<Deltas> deltas(StoreId store, int shard, Optional<BuyerId> after, int limit) {
        var page = client.query(query -> {
            query.tableName(table)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :delta)")
                    .expressionAttributeValues(
                            Map.of(":pk", text(partition(store, shard)), ":delta", text(DELTA_PREFIX)))
                    .consistentRead(true)
                    .limit(limit)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
            after.ifPresent(buyer -> query.exclusiveStartKey(key(store, shard, DELTA_PREFIX + buyer)));
        });
        var deltas = page.items().stream().map(AudienceTable::delta).toList();
        var last = page.hasLastEvaluatedKey() ? Optional.of(buyer(page.lastEvaluatedKey())) : Optional.<BuyerId>empty();
        return new Read<>(new Deltas(deltas, last), page.consumedCapacity().capacityUnits(), 1);
    }

    @Override
    public void delete(StoreId store, Collection<Delta> folded) {
        var deltas = new LinkedHashMap<BuyerId, Delta>();
        folded.forEach(delta -> deltas.put(delta.buyer(), delta));
        FanOut.over(deltas, PARALLEL_WRITES, delta -> isDeleted(store, delta))
                .values()
                .forEach(FanOut.Outcome::orThrow);
    }

    private boolean isDeleted(StoreId store, Delta delta) {
        try {
            client.deleteItem(delete -> delete.tableName(table)
                    .key(key(store, delta))
                    .conditionExpression("version = :folded")
                    .expressionAttributeValues(Map.of(":folded", number(delta.version()))));
            return true;
        } catch (ConditionalCheckFailedException thereIsAnotherOrNone) {
            return false;
        }
    }

    private static Delta delta(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        var buyer = buyer(attributes);
        return item.has(CONTENT)
                ? new Delta.Unread(buyer, item.number(VERSION), item.bytes(CONTENT))
                : new Delta.Gone(buyer);
    }

    private static BuyerId buyer(Map<String, AttributeValue> attributes) {
        return new BuyerId(new Item(attributes).text(SK).substring(DELTA_PREFIX.length()));
    }

    // ---- manifests

    @Override
    public Read<Manifest> manifest(StoreId store, int shard) {
        var found = client.getItem(get -> get.tableName(table)
                .key(key(store, shard, MANIFEST))
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        var manifest = found.hasItem() ? ManifestBytes.read(new Item(found.item()).bytes(CONTENT)) : Manifest.EMPTY;
        return new Read<>(manifest, found.consumedCapacity().capacityUnits(), 1);
    }

    @Override
    public boolean replace(StoreId store, int shard, Manifest manifest) {
        var item = new HashMap<>(key(store, shard, MANIFEST));
        item.put(REVISION, number(manifest.revision()));
        item.put(CONTENT, bytes(ManifestBytes.write(manifest)));
        try {
            client.putItem(put -> {
                put.tableName(table).item(item);
                if (manifest.revision() == 1) {
                    put.conditionExpression("attribute_not_exists(revision)");
                } else {
                    put.conditionExpression("revision = :before")
                            .expressionAttributeValues(Map.of(":before", number(manifest.revision() - 1)));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException somebodyElseWasQuicker) {
            return false;
        }
    }

    // ---- blocks

    @Override
    public Read<Map<BlockId, Block>> blocks(StoreId store, int shard, Set<BlockId> ids) {
        return contents(store, shard, BLOCK_PREFIX, ids, Block::ofBytes);
    }

    @Override
    public Read<Map<BlockId, MemberBlock>> members(StoreId store, int shard, Set<BlockId> ids) {
        return contents(store, shard, MEMBERS_PREFIX, ids, MemberBlock::ofBytes);
    }

    /** What never changes can be read at half the price; what is missing then may only be too new for that. */
    private <T> Read<Map<BlockId, T>> contents(
            StoreId store, int shard, String prefix, Set<BlockId> ids, Function<byte[], T> decode) {
        Function<BlockId, Map<String, AttributeValue>> key = id -> key(store, shard, prefix + id);
        var found = new BatchGet(client, table, false).read(ids, key, PK, SK);
        var missing = new HashSet<>(ids);
        missing.removeAll(found.items().keySet());
        var late = new BatchGet(client, table, true).read(missing, key, PK, SK);
        var contents = new HashMap<BlockId, T>();
        Stream.of(found, late)
                .flatMap(read -> read.items().entrySet().stream())
                .forEach(
                        entry -> contents.put(entry.getKey(), decode.apply(new Item(entry.getValue()).bytes(CONTENT))));
        return new Read<>(contents, found.readUnits() + late.readUnits(), found.requests() + late.requests());
    }

    @Override
    public void write(StoreId store, int shard, StoredBlock block) {
        write(key(store, shard, MEMBERS_PREFIX + block.id()), block.members().toBytes());
        write(key(store, shard, BLOCK_PREFIX + block.id()), block.block().toBytes());
    }

    private void write(Map<String, AttributeValue> key, byte[] content) {
        var item = new HashMap<>(key);
        item.put(CONTENT, bytes(content));
        client.putItem(put -> put.tableName(table).item(item));
    }

    @Override
    public void deleteBlocks(StoreId store, int shard, Collection<BlockId> blocks) {
        var keys = new LinkedHashMap<String, Map<String, AttributeValue>>();
        for (var block : blocks) {
            for (var prefix : List.of(BLOCK_PREFIX, MEMBERS_PREFIX)) {
                keys.put(prefix + block, key(store, shard, prefix + block));
            }
        }
        FanOut.over(
                        keys,
                        PARALLEL_WRITES,
                        key -> client.deleteItem(
                                delete -> delete.tableName(table).key(key)))
                .values()
                .forEach(FanOut.Outcome::orThrow);
    }

    @Override
    public Set<BlockId> stored(StoreId store, int shard) {
        var stored = new HashSet<BlockId>();
        for (var prefix : List.of(BLOCK_PREFIX, MEMBERS_PREFIX)) {
            client.queryPaginator(query -> query.tableName(table)
                            .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                            .expressionAttributeValues(
                                    Map.of(":pk", text(partition(store, shard)), ":prefix", text(prefix)))
                            .projectionExpression(SK))
                    .items()
                    .forEach(item ->
                            stored.add(new BlockId(new Item(item).text(SK).substring(prefix.length()))));
        }
        return stored;
    }

    // ---- keys

    private static Map<String, AttributeValue> key(StoreId store, Delta delta) {
        return key(store, delta.shard(), DELTA_PREFIX + delta.buyer());
    }

    private static Map<String, AttributeValue> key(StoreId store, int shard, String sk) {
        return Map.of(PK, text(partition(store, shard)), SK, text(sk));
    }

    /** {@code demo|03}. */
    private static String partition(StoreId store, int shard) {
        return store + (shard < 10 ? "|0" : "|") + shard;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static AttributeValue bytes(byte[] value) {
        return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value));
    }
}
