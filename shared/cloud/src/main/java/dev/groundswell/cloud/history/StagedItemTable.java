package dev.groundswell.cloud.history;

import static dev.groundswell.cloud.history.ImportItem.number;
import static dev.groundswell.cloud.history.ImportItem.text;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.StagedItems;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import tools.jackson.jr.ob.JSON;

/**
 * Rows of item files in the table {@code Imports}: for each order a partition {@code store|items|import|order} with one item,
 * which holds the rows as a set of texts, each its line and its cells. Adding a row again changes nothing.
 */
public final class StagedItemTable implements StagedItems {

    /** Longer than any import takes, with its repetitions. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int PARALLEL_WRITES = 16;
    private static final int LINE_DIGITS = 12;
    private static final String ROWS = "rows";

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource time;

    public StagedItemTable(DynamoDbClient client, String table, InstantSource time) {
        this.client = client;
        this.table = table;
        this.time = time;
    }

    private static Map<String, AttributeValue> key(StoreId store, ImportId id, String order) {
        return Map.of("pk", text(store + "|items|" + id + "|" + order), "sk", text(ROWS));
    }

    private record Staging(Map<String, AttributeValue> key, List<ItemRow> rows) {}

    @Override
    public Set<String> stage(StoreId store, ImportId id, Map<String, List<ItemRow>> rows) {
        var stagings = new HashMap<String, Staging>();
        rows.forEach((order, ofOrder) -> stagings.put(order, new Staging(key(store, id, order), ofOrder)));
        var refused = new HashSet<String>();
        FanOut.over(stagings, PARALLEL_WRITES, this::isStaged).forEach((order, outcome) -> {
            if (!outcome.orThrow()) {
                refused.add(order);
            }
        });
        return refused;
    }

    /** False if the item would have more than DynamoDB's 400 KB. */
    private boolean isStaged(Staging staging) {
        var expires = time.instant().plus(KEPT).getEpochSecond();
        var rows = staging.rows().stream().map(StagedItemTable::written).toList();
        try {
            client.updateItem(write -> write.tableName(table)
                    .key(staging.key())
                    .updateExpression("SET expiresAt = :expires ADD itemRows :rows")
                    .expressionAttributeValues(
                            Map.of(":expires", number(expires), ":rows", AttributeValue.fromSs(rows))));
            return true;
        } catch (DynamoDbException refused) {
            if (isTooLarge(refused)) {
                return false;
            }
            throw refused;
        }
    }

    private static boolean isTooLarge(DynamoDbException refused) {
        var details = refused.awsErrorDetails();
        return details != null
                && "ValidationException".equals(details.errorCode())
                && String.valueOf(details.errorMessage()).contains("size");
    }

    /** The line first, in fixed width: so two equal rows are two, and texts sort as the file does. */
    private static String written(ItemRow row) {
        return String.format(Locale.ROOT, "%0" + LINE_DIGITS + "d", row.line()) + JSON.std.asString(row.cells());
    }

    @Override
    public Map<String, List<Map<String, Object>>> find(StoreId store, ImportId id, Set<String> orders) {
        var found = new HashMap<String, List<Map<String, Object>>>();
        new BatchGet(client, table, true)
                .find(orders, order -> key(store, id, order), "pk", "sk")
                .forEach((order, item) -> found.put(order, rows(new Item(item))));
        return found;
    }

    private static List<Map<String, Object>> rows(Item item) {
        return item.textSet("itemRows").stream()
                .sorted()
                .map(text -> JSON.std.mapFrom(text.substring(LINE_DIGITS)))
                .toList();
    }
}
