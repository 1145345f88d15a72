package dev.groundswell.local.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.shared.access.TableInfo;

/**
 * What tables look like, until one changes. DynamoDB Local asks its database twice for every item it touches: half of
 * all that its one SQLite thread is asked. Nothing is read under the lock, for a reader may have to wait for a
 * transaction that asks here too.
 */
final class KnownTables {

    private final Map<String, TableInfo> tables = new HashMap<>();
    private long changes;

    /** What is known, or else what {@code read} tells; empty as that is. */
    @Nullable
    TableInfo find(String table, Supplier<@Nullable TableInfo> read) {
        long changesBefore;
        synchronized (tables) {
            TableInfo known = tables.get(table);
            if (known != null) {
                return known;
            }
            changesBefore = changes;
        }
        TableInfo found = read.get();
        if (found != null) {
            remember(table, found, changesBefore);
        }
        return found;
    }

    private void remember(String table, TableInfo found, long changesBefore) {
        synchronized (tables) {
            if (changes == changesBefore) {
                tables.put(table, found);
            }
        }
    }

    /** To be called after every change of any table: what was read before it or meanwhile is not kept. */
    void forget() {
        synchronized (tables) {
            changes++;
            tables.clear();
        }
    }
}
