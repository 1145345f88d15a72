package dev.groundswell.cloud.segment;

import static dev.groundswell.cloud.segment.FrozenAudienceItem.number;
import static dev.groundswell.cloud.segment.FrozenAudienceItem.text;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.dynamodb.Update;
import dev.groundswell.core.segment.freeze.AudienceExport;
import dev.groundswell.core.segment.freeze.AudienceExports;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.segment.freeze.FreezeRuns;
import dev.groundswell.core.segment.freeze.FreezeStart;
import dev.groundswell.core.segment.freeze.FrozenAudience;
import dev.groundswell.core.segment.freeze.FrozenAudience.Facts;
import dev.groundswell.core.segment.freeze.FrozenAudience.Progress;
import dev.groundswell.core.segment.freeze.FrozenAudiences;
import dev.groundswell.core.segment.freeze.FrozenRange;
import dev.groundswell.core.segment.freeze.MemberChunk;
import dev.groundswell.core.segment.freeze.OpenWork;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.segment.freeze.ShardPlan;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The table {@code FrozenAudiences}, see {@link FrozenAudienceKeys}. Everything expires together; so does what attempts wrote
 * that were not elected.
 */
public final class FrozenAudienceTable implements FrozenAudiences, FreezeRuns, AudienceExports, OpenWork {

    private static final String PK = FrozenAudienceItem.PK;
    private static final String SK = FrozenAudienceItem.SK;

    private final DynamoDbClient client;
    private final String table;

    public FrozenAudienceTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    // ---- audiences

    @Override
    public boolean add(StoreId store, Facts fresh) {
        return put(FrozenAudienceKeys.audience(store, fresh.id()), FrozenAudienceItem.fresh(fresh), _ -> false);
    }

    @Override
    public Optional<FrozenAudience> find(StoreId store, AudienceId id) {
        return item(FrozenAudienceKeys.audience(store, id)).map(item -> audience(store, item));
    }

    @Override
    public List<FrozenAudience> newest(StoreId store, int limit, Optional<AudienceId> before) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":pk", text(store.value()));
        before.ifPresent(id -> values.put(":before", text(id.value())));
        var condition = "pk = :pk" + before.map(_ -> " AND sk < :before").orElse("");
        return client
                .query(query -> query.tableName(table)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values)
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(limit))
                .items()
                .stream()
                .map(item -> audience(store, new Item(item)))
                .toList();
    }

    private FrozenAudience audience(StoreId store, Item item) {
        return FrozenAudienceItem.audience(item, start -> progress(store, item, start));
    }

    private Progress progress(StoreId store, Item item, FreezeStart start) {
        var done = ranges(store, FrozenAudienceItem.facts(item).id());
        return new Progress(
                start.rangeIds().size(),
                done.size(),
                done.stream().mapToLong(FrozenRange::members).sum());
    }

    // ---- workers

    @Override
    public Optional<OpenFreeze> open(StoreId store, AudienceId id) {
        return item(FrozenAudienceKeys.audience(store, id))
                .filter(FrozenAudienceItem::isOpen)
                .map(item -> new OpenFreeze(FrozenAudienceItem.facts(item), FrozenAudienceItem.start(item)));
    }

    @Override
    public void keep(StoreId store, AudienceId id, String attempt, ShardPlan plan) {
        put(FrozenAudienceKeys.plan(store, id, attempt, plan.shard()), FrozenAudienceItem.plan(plan), id);
    }

    @Override
    public boolean elect(StoreId store, AudienceId id, FreezeStart start) {
        var update = new Update();
        FrozenAudienceItem.start(start).forEach(update::set);
        update.value(":freezing", text(FrozenAudienceItem.FREEZING));
        return write(
                FrozenAudienceKeys.audience(store, id),
                update,
                "#state = :freezing AND attribute_not_exists(attempt)",
                item -> item.has(FrozenAudienceItem.ATTEMPT)
                        && item.text(FrozenAudienceItem.ATTEMPT).equals(start.attempt()));
    }

    @Override
    public ShardPlan shard(StoreId store, AudienceId id, String attempt, int shard) {
        return item(FrozenAudienceKeys.plan(store, id, attempt, shard))
                .map(item -> FrozenAudienceItem.plan(shard, item))
                .orElseThrow(() -> new IllegalStateException(
                        "Attempt " + attempt + " at audience " + id + " kept no plan of shard " + shard + "."));
    }

    @Override
    public void keep(StoreId store, AudienceId id, RangeId range, String attempt, int number, MemberChunk chunk) {
        put(FrozenAudienceKeys.chunk(store, id, range, attempt, number), FrozenAudienceItem.chunk(chunk), id);
    }

    @Override
    public boolean elect(StoreId store, AudienceId id, FrozenRange range) {
        var item = FrozenAudienceItem.range(range);
        item.put(FrozenAudienceItem.EXPIRES_AT, FrozenAudienceItem.expiry(id));
        return put(
                FrozenAudienceKeys.range(store, id, range.id()),
                item,
                known -> known.text(FrozenAudienceItem.ATTEMPT).equals(range.attempt()));
    }

    @Override
    public Optional<FrozenRange> range(StoreId store, AudienceId id, RangeId range) {
        return item(FrozenAudienceKeys.range(store, id, range)).map(FrozenAudienceTable::range);
    }

    private static FrozenRange range(Item item) {
        var digits = item.text(SK).substring(FrozenAudienceKeys.RANGES.length()).split("#", 2);
        return FrozenAudienceItem.range(new RangeId(Integer.parseInt(digits[0]), Integer.parseInt(digits[1])), item);
    }

    @Override
    public List<FrozenRange> ranges(StoreId store, AudienceId id) {
        return all(FrozenAudienceKeys.partition(store, id), FrozenAudienceKeys.RANGES)
                .map(FrozenAudienceTable::range)
                .toList();
    }

    @Override
    public MemberChunk chunk(StoreId store, AudienceId id, FrozenRange range, int number) {
        return item(FrozenAudienceKeys.chunk(store, id, range.id(), range.attempt(), number))
                .map(FrozenAudienceItem::chunk)
                .orElseThrow(() -> new IllegalStateException(
                        "Audience " + id + " has no chunk " + number + " of range " + range.id() + "."));
    }

    @Override
    public void finish(StoreId store, AudienceId id, long count, String manifestHash, Instant at) {
        var update = new Update()
                .set(FrozenAudienceItem.COUNT, number(count))
                .set(FrozenAudienceItem.MANIFEST_HASH, text(manifestHash));
        end(store, id, FrozenAudienceItem.READY, at, update);
    }

    @Override
    public void fail(StoreId store, AudienceId id, String reason, Instant at) {
        end(store, id, FrozenAudienceItem.FAILED, at, new Update().set(FrozenAudienceItem.REASON, text(reason)));
    }

    private void end(StoreId store, AudienceId id, String state, Instant at, Update update) {
        update.set(FrozenAudienceItem.STATE, text(state))
                .set(FrozenAudienceItem.ENDED_AT, text(at.toString()))
                .remove(FrozenAudienceItem.OPEN)
                .remove(FrozenAudienceItem.WOKEN_AT)
                .value(":freezing", text(FrozenAudienceItem.FREEZING));
        write(FrozenAudienceKeys.audience(store, id), update, "#state = :freezing", _ -> true);
    }

    // ---- exports

    @Override
    public Optional<AudienceExport> find(StoreId store, AudienceId id, ExportFormat format, Instant now) {
        return item(FrozenAudienceKeys.export(store, id, format))
                .map(item -> FrozenAudienceItem.export(format, item))
                .filter(export -> isKept(export, now));
    }

    @Override
    public List<AudienceExport> all(StoreId store, AudienceId id, Instant now) {
        return all(FrozenAudienceKeys.partition(store, id), FrozenAudienceKeys.EXPORTS)
                .map(item -> FrozenAudienceItem.export(format(item.text(SK)), item))
                .filter(export -> isKept(export, now))
                .sorted((one, other) -> one.format().compareTo(other.format()))
                .toList();
    }

    private static ExportFormat format(String sk) {
        return ExportFormat.valueOf(sk.substring(FrozenAudienceKeys.EXPORTS.length()));
    }

    private static boolean isKept(AudienceExport export, Instant now) {
        return !(export instanceof AudienceExport.Done done) || done.expiresAt().isAfter(now);
    }

    @Override
    public void request(StoreId store, AudienceId id, ExportFormat format, Instant now) {
        var item = FrozenAudienceItem.waiting(now);
        item.put(FrozenAudienceItem.EXPIRES_AT, FrozenAudienceItem.expiry(id));
        item.putAll(FrozenAudienceKeys.export(store, id, format));
        try {
            client.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR #state = :failed OR fileExpiresAt <= :now")
                    .expressionAttributeNames(Map.of("#state", FrozenAudienceItem.STATE))
                    .expressionAttributeValues(
                            Map.of(":failed", text(FrozenAudienceItem.FAILED), ":now", number(now.getEpochSecond()))));
        } catch (ConditionalCheckFailedException waitingOrDone) {
            // As it is.
        }
    }

    @Override
    public void finish(StoreId store, AudienceId id, AudienceExport.Done done) {
        var update = new Update()
                .set(FrozenAudienceItem.STATE, text(FrozenAudienceItem.READY))
                .set(FrozenAudienceItem.ROWS, number(done.rows()))
                .set(FrozenAudienceItem.BYTES, number(done.bytes()))
                .set(FrozenAudienceItem.HASH, text(done.sha256()))
                .set(FrozenAudienceItem.FILE_EXPIRES_AT, number(done.expiresAt().getEpochSecond()));
        endExport(FrozenAudienceKeys.export(store, id, done.format()), done.at(), update);
    }

    @Override
    public void fail(StoreId store, AudienceId id, AudienceExport.Failed failed) {
        var update = new Update()
                .set(FrozenAudienceItem.STATE, text(FrozenAudienceItem.FAILED))
                .set(FrozenAudienceItem.REASON, text(failed.reason()));
        endExport(FrozenAudienceKeys.export(store, id, failed.format()), failed.at(), update);
    }

    private void endExport(Map<String, AttributeValue> key, Instant at, Update update) {
        update.set(FrozenAudienceItem.ENDED_AT, text(at.toString()))
                .remove(FrozenAudienceItem.OPEN)
                .remove(FrozenAudienceItem.WOKEN_AT)
                .value(":waiting", text(FrozenAudienceItem.WAITING));
        write(key, update, "#state = :waiting", _ -> true);
    }

    // ---- the watchdog

    @Override
    public List<Work> wokenBefore(Instant instant, int limit) {
        return client
                .query(query -> query.tableName(table)
                        .indexName("byOpen")
                        .keyConditionExpression("#open = :open AND wokenAt < :before")
                        .expressionAttributeNames(Map.of("#open", FrozenAudienceItem.OPEN))
                        .expressionAttributeValues(Map.of(
                                ":open", text(FrozenAudienceItem.IS_OPEN), ":before", text(FixedWidth.format(instant))))
                        .limit(limit))
                .items()
                .stream()
                .map(item -> work(new Item(item)))
                .toList();
    }

    private static Work work(Item item) {
        var wokenAt = Instant.parse(item.text(FrozenAudienceItem.WOKEN_AT));
        var pk = item.text(PK);
        var bar = pk.indexOf('|');
        return bar < 0
                ? new Work(new StoreId(pk), new AudienceId(item.text(SK)), Optional.empty(), wokenAt)
                : new Work(
                        new StoreId(pk.substring(0, bar)),
                        new AudienceId(pk.substring(bar + 1)),
                        Optional.of(format(item.text(SK))),
                        wokenAt);
    }

    @Override
    public boolean claim(Work work, Instant now) {
        var key = work.export()
                .map(format -> FrozenAudienceKeys.export(work.store(), work.audience(), format))
                .orElseGet(() -> FrozenAudienceKeys.audience(work.store(), work.audience()));
        var update = new Update()
                .set(FrozenAudienceItem.WOKEN_AT, text(FixedWidth.format(now)))
                .value(":known", text(FixedWidth.format(work.wokenAt())));
        return write(key, update, "wokenAt = :known", _ -> false);
    }

    // ---- items

    private Optional<Item> item(Map<String, AttributeValue> key) {
        var answer = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
    }

    private Stream<Item> all(String partition, String prefix) {
        var query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                .expressionAttributeValues(Map.of(":pk", text(partition), ":prefix", text(prefix)))
                .consistentRead(true)
                .build();
        return client.queryPaginator(query).items().stream().map(Item::new);
    }

    /** What an attempt writes under its own name: a second time it is the same. */
    private void put(Map<String, AttributeValue> key, Map<String, AttributeValue> attributes, AudienceId id) {
        var item = new HashMap<>(attributes);
        item.putAll(key);
        item.put(FrozenAudienceItem.EXPIRES_AT, FrozenAudienceItem.expiry(id));
        client.putItem(put -> put.tableName(table).item(item));
    }

    /** @param isWritten whether an item that is there already is the one that this write, sent twice, has made */
    private boolean put(
            Map<String, AttributeValue> key, Map<String, AttributeValue> attributes, Predicate<Item> isWritten) {
        var item = new HashMap<>(attributes);
        item.putAll(key);
        try {
            client.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException known) {
            return isWritten(known, isWritten);
        }
    }

    private boolean write(Map<String, AttributeValue> key, Update update, String condition, Predicate<Item> isWritten) {
        var names = new HashMap<>(update.names());
        if (condition.contains("#state")) {
            names.put("#state", FrozenAudienceItem.STATE);
        }
        try {
            client.updateItem(write -> write.tableName(table)
                    .key(key)
                    .updateExpression(update.expression())
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(update.values())
                    .conditionExpression(condition)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return isWritten(refused, isWritten);
        }
    }

    private static boolean isWritten(ConditionalCheckFailedException refused, Predicate<Item> isWritten) {
        return refused.hasItem() && isWritten.test(new Item(refused.item()));
    }
}
