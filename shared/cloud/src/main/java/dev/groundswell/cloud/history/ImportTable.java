package dev.groundswell.cloud.history;

import static dev.groundswell.cloud.history.ImportItem.number;
import static dev.groundswell.cloud.history.ImportItem.text;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.dynamodb.Update;
import dev.groundswell.core.history.HistoryImport;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportPhase;
import dev.groundswell.core.history.ImportRun;
import dev.groundswell.core.history.ImportRuns;
import dev.groundswell.core.history.ImportState;
import dev.groundswell.core.history.Imports;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The table {@code Imports}: a store's imports are the partition {@code store|imports}, sorted by their ids, which grow with
 * time; {@code store|content|tag-bytes} lists the imports of the same content. Mappings, uploads and staged items are
 * partitions of their own beside them: {@link ColumnMappingTable}, {@link UploadTable}, {@link StagedItemTable}.
 */
public final class ImportTable implements Imports, ImportRuns {

    private static final String PK = "pk";
    private static final String SK = ImportItem.SK;

    private final DynamoDbClient client;
    private final String table;

    public ImportTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    private static Map<String, AttributeValue> key(StoreId store, ImportId id) {
        return Map.of(PK, text(store + "|imports"), SK, text(id.value()));
    }

    private static String content(StoreId store, HistoryImport it) {
        return store + "|content|" + it.file().contentTag() + "-" + it.file().bytes();
    }

    @Override
    public boolean add(StoreId store, HistoryImport fresh) {
        client.putItem(put -> put.tableName(table)
                .item(Map.of(
                        PK, text(content(store, fresh)), SK, text(fresh.id().value()))));
        var item = ImportItem.fresh(fresh);
        item.putAll(key(store, fresh.id()));
        try {
            client.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException known) {
            return false;
        }
    }

    @Override
    public Optional<HistoryImport> find(StoreId store, ImportId id) {
        return item(store, id).map(ImportItem::read);
    }

    private Optional<Item> item(StoreId store, ImportId id) {
        var answer =
                client.getItem(get -> get.tableName(table).key(key(store, id)).consistentRead(true));
        return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
    }

    @Override
    public List<HistoryImport> newest(StoreId store, int limit, Optional<ImportId> before) {
        return query(store + "|imports", limit, before).stream()
                .map(item -> ImportItem.read(new Item(item)))
                .toList();
    }

    @Override
    public Optional<HistoryImport> ofSameContent(StoreId store, HistoryImport than) {
        return query(content(store, than), 2, Optional.empty()).stream()
                .map(item -> new ImportId(new Item(item).text(SK)))
                .filter(id -> !id.equals(than.id()))
                .findFirst()
                .flatMap(id -> find(store, id));
    }

    private List<Map<String, AttributeValue>> query(String partition, int limit, Optional<ImportId> before) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":pk", text(partition));
        before.ifPresent(id -> values.put(":before", text(id.value())));
        var condition = "pk = :pk" + before.map(_ -> " AND sk < :before").orElse("");
        return client.query(query -> query.tableName(table)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values)
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(limit))
                .items();
    }

    @Override
    public Optional<HistoryImport> cancel(StoreId store, ImportId id, Instant now) {
        var update = new Update()
                .set(ImportItem.ENDED, text(ImportItem.CANCELLED))
                .set(ImportItem.FINISHED_AT, text(now.toString()));
        var cancelled = write(store, id, update, "attribute_exists(pk) AND attribute_not_exists(ended)", _ -> false);
        return cancelled.map(ImportItem::read).or(() -> find(store, id));
    }

    @Override
    public Look look(StoreId store, ImportId id, int step, Instant now) {
        var found = item(store, id);
        if (found.isEmpty() || isSettled(found.get()) || found.get().number(ImportItem.STEP) > step) {
            return new Look.OutOfDate();
        }
        var until = Instant.ofEpochMilli(found.get().numberOrZero(ImportItem.LEASE_UNTIL));
        return until.isAfter(now)
                ? new Look.Held(until)
                : new Look.Free((int) found.get().number(ImportItem.ATTEMPTS));
    }

    private static boolean isSettled(Item item) {
        return item.find(ImportItem.SETTLED).orElseThrow().bool();
    }

    @Override
    public Optional<ImportRun> claim(StoreId store, ImportId id, int step, String worker, Instant now, Instant until) {
        var update = new Update()
                .set(ImportItem.LEASE_OWNER, text(worker))
                .set(ImportItem.LEASE_UNTIL, number(until.toEpochMilli()))
                .set(ImportItem.STEP, number(step))
                .set(ImportItem.STEP_AT, text(now.toString()))
                .set("attempts = attempts + :one", ":one", number(1))
                .set("startedAt = if_not_exists(startedAt, :startedAt)", ":startedAt", text(now.toString()))
                .set("stepRowsRead = rowsRead")
                .set("stepBytesRead = bytesRead")
                .value(":now", number(now.toEpochMilli()))
                .value(":settled", AttributeValue.fromBool(false));
        var condition = "settled = :settled AND step <= :step"
                + " AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now OR leaseOwner = :leaseOwner)";
        return write(store, id, update, condition, isHeldBy(worker)).map(ImportItem::run);
    }

    @Override
    public Optional<HistoryImport> renew(StoreId store, ImportId id, String worker, Instant until) {
        var update = new Update().set(ImportItem.LEASE_UNTIL, number(until.toEpochMilli()));
        return writeHeld(store, id, worker, update, _ -> false);
    }

    @Override
    public Optional<HistoryImport> checkpoint(
            StoreId store, ImportId id, String worker, Checkpoint done, Instant until) {
        var nextBlock = done.phase() == done.nextPhase() ? done.block() + 1 : 0;
        var update = new Update()
                .set(ImportItem.LEASE_UNTIL, number(until.toEpochMilli()))
                .set(ImportItem.PHASE, text(done.nextPhase().name()))
                .set(ImportItem.BLOCK, number(nextBlock))
                .set(ImportItem.ATTEMPTS, number(0))
                .set(ImportItem.FIRST_REJECTED, text(ImportItem.firstRejected(done.firstRejected())))
                .value(":doneBlock", number(done.block()))
                .value(":donePhase", text(done.phase().name()))
                .value(":worker", text(worker));
        ImportItem.position(done.next()).forEach(update::set);
        ImportItem.progress(done.progress()).forEach(update::set);
        var condition = "leaseOwner = :worker AND #block = :doneBlock AND #phase = :donePhase";
        return write(store, id, update, condition, isHeldBy(worker).and(item -> isAt(item, done, nextBlock)))
                .map(ImportItem::read);
    }

    /** The answer to a write may be lost and the write be sent again: then it finds what it wrote. */
    private static boolean isAt(Item item, Checkpoint done, long nextBlock) {
        return item.number(ImportItem.BLOCK) == nextBlock
                && item.text(ImportItem.PHASE).equals(done.nextPhase().name())
                && item.number(ImportItem.ROWS) == done.progress().rowsRead();
    }

    private static Predicate<Item> isHeldBy(String worker) {
        return item -> item.find(ImportItem.LEASE_OWNER)
                .filter(owner -> owner.s().equals(worker))
                .isPresent();
    }

    @Override
    public Optional<HistoryImport> end(StoreId store, ImportId id, String worker, ImportState state, Instant now) {
        var update = new Update()
                .set(ImportItem.PHASE, text(ImportPhase.REPORT.name()))
                .set("ended = if_not_exists(ended, :ended)", ":ended", text(ImportItem.ended(state)))
                .set("finishedAt = if_not_exists(finishedAt, :finishedAt)", ":finishedAt", text(now.toString()));
        return writeHeld(store, id, worker, update, _ -> false);
    }

    @Override
    public boolean settle(StoreId store, ImportId id, String worker, boolean hasReport) {
        var update = new Update()
                .set(ImportItem.SETTLED, AttributeValue.fromBool(true))
                .set(ImportItem.HAS_REPORT, AttributeValue.fromBool(hasReport))
                .remove(ImportItem.LEASE_OWNER)
                .remove(ImportItem.LEASE_UNTIL);
        return writeHeld(store, id, worker, update, ImportTable::isSettled).isPresent();
    }

    @Override
    public boolean release(StoreId store, ImportId id, String worker) {
        var update = new Update()
                .set(ImportItem.ATTEMPTS, number(0))
                .remove(ImportItem.LEASE_OWNER)
                .remove(ImportItem.LEASE_UNTIL);
        return writeHeld(store, id, worker, update, item -> !item.has(ImportItem.LEASE_OWNER))
                .isPresent();
    }

    private Optional<HistoryImport> writeHeld(
            StoreId store, ImportId id, String worker, Update update, Predicate<Item> isWritten) {
        update.value(":worker", text(worker));
        return write(store, id, update, "leaseOwner = :worker", isWritten).map(ImportItem::read);
    }

    /** @param isWritten whether an item that the condition refuses is the one that this write, sent twice, has made */
    private Optional<Item> write(
            StoreId store, ImportId id, Update update, String condition, Predicate<Item> isWritten) {
        try {
            var answer = client.updateItem(write -> write.tableName(table)
                    .key(key(store, id))
                    .updateExpression(update.expression())
                    .expressionAttributeNames(update.names())
                    .expressionAttributeValues(update.values())
                    .conditionExpression(condition)
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.of(new Item(answer.attributes()));
        } catch (ConditionalCheckFailedException refused) {
            return Optional.ofNullable(refused.item())
                    .filter(item -> !item.isEmpty())
                    .map(Item::new)
                    .filter(isWritten);
        }
    }
}
