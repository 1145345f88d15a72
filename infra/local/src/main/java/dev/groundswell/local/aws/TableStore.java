package dev.groundswell.local.aws;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteStatement;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.dynamodb.services.local.shared.access.TableInfo;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;

/**
 * The SQLite database under DynamoDB Local, made fast and safe for a local run.
 *
 * <ul>
 *   <li>In a file, SQLite's write-ahead log without waiting for the disk: a commit is with the operating system when it
 *       returns, so it survives {@code kill -9} (not a power cut), at the speed of memory. The default waits for the
 *       disk twice per write.
 *   <li>Indexes on the stream records: DynamoDB Local looks for a stream's first record on every write and has no index
 *       for it, so a second stream (or a re-created table) makes each write scan the first one's records. The sequence
 *       number is the row's own number and so ends each index by itself; if an index names it, this SQLite finds no
 *       place within a shard by it, and each read goes through all the shard's records before its own.
 *   <li>What a table looks like is read once, not twice for every item: see {@link KnownTables}.
 *   <li>The positions of stream mappings can lie in the same file.
 * </ul>
 */
final class TableStore extends SQLiteDBAccess {

    /** SQLite's wrapper tells of every opening on these; kept here, since a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIET_LOGGERS = List.of(
            Logger.getLogger("com.almworks.sqlite4java"), Logger.getLogger("com.almworks.sqlite4java.Internal"));

    private static final String KEPT_MARK = "groundswell";

    /** Later than any clean-up: the mark keeps sequence numbers rising after the last record has expired. */
    private static final long NEVER = 1L << 52;

    private final KnownTables knownTables = new KnownTables();

    TableStore(@Nullable File file) {
        super(file == null ? null : prepared(file));
        run("PRAGMA synchronous=OFF");
        run("CREATE INDEX IF NOT EXISTS groundswell_records_of_stream ON us(StreamID)");
        run("CREATE INDEX IF NOT EXISTS groundswell_records_of_shard ON us(ShardID)");
        run("CREATE TABLE IF NOT EXISTS groundswell_positions "
                + "(Mapping TEXT, Shard TEXT, Sequence TEXT, PRIMARY KEY(Mapping, Shard))");
    }

    /** The names of all tables. */
    List<String> tables() {
        return listTables(null, Long.MAX_VALUE - 1).getTableNames();
    }

    // ---- what tables look like: a table that is not there is never remembered, so making one needs no care

    @Override
    public @Nullable TableInfo getTableInfo(String table) {
        return knownTables.find(table, () -> super.getTableInfo(table));
    }

    @Override
    public void updateTable(
            String table,
            ProvisionedThroughput provisioned,
            OnDemandThroughput onDemand,
            BillingMode billing,
            long billingChangedAt,
            List<AttributeDefinition> attributes,
            List<GlobalSecondaryIndexDescription> globalIndexes,
            Boolean deletionProtected,
            StreamSpecification stream) {
        try {
            super.updateTable(
                    table,
                    provisioned,
                    onDemand,
                    billing,
                    billingChangedAt,
                    attributes,
                    globalIndexes,
                    deletionProtected,
                    stream);
        } finally {
            knownTables.forget();
        }
    }

    @Override
    public void updateTable(String table, String timeToLiveAttribute) {
        try {
            super.updateTable(table, timeToLiveAttribute);
        } finally {
            knownTables.forget();
        }
    }

    @Override
    public void deleteTable(String table) {
        try {
            super.deleteTable(table);
        } finally {
            knownTables.forget();
        }
    }

    /** What still runs in the background finds no table any more, and ends. The file is free when this returns. */
    @Override
    public void close() {
        super.close();
        knownTables.forget();
        try {
            queue.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- positions

    /** The sequence number up to which the mapping has handled the shard. */
    Optional<String> position(String mapping, String shard) {
        return execute(connection -> {
            SQLiteStatement query =
                    connection.prepare("SELECT Sequence FROM groundswell_positions WHERE Mapping=? AND Shard=?");
            try {
                query.bind(1, mapping).bind(2, shard);
                return query.step() ? Optional.of(query.columnString(0)) : Optional.empty();
            } finally {
                query.dispose();
            }
        });
    }

    void savePosition(String mapping, String shard, String sequenceNumber) {
        execute(connection -> {
            SQLiteStatement update = connection.prepare("INSERT OR REPLACE INTO groundswell_positions VALUES(?,?,?)");
            try {
                update.bind(1, mapping).bind(2, shard).bind(3, sequenceNumber).step();
                return true;
            } finally {
                update.dispose();
            }
        });
    }

    /**
     * DynamoDB Local numbers stream records on from the greatest it finds at start. Once all have expired it would
     * begin at 1 again, behind the saved positions; so the greatest number is kept in a record that never expires.
     */
    private static File prepared(File file) {
        QUIET_LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
        var connection = new SQLiteConnection(file);
        try {
            connection.open(true);
            connection.exec("PRAGMA journal_mode=WAL");
            if (hasStreamRecords(connection)) {
                connection.exec("UPDATE us SET CreationDateTime=" + NEVER + ", StreamID='" + KEPT_MARK + "', ShardID='"
                        + KEPT_MARK
                        + "' WHERE SequenceNumber=(SELECT MAX(SequenceNumber) FROM us) AND CreationDateTime < "
                        + (System.currentTimeMillis() - RECORDS_LIVE_MILLIS));
            }
            return file;
        } catch (SQLiteException e) {
            throw new IllegalStateException("The tables in " + file + " cannot be opened: " + e.getMessage(), e);
        } finally {
            connection.dispose();
        }
    }

    private static final long RECORDS_LIVE_MILLIS = 24 * 3_600_000L;

    private static boolean hasStreamRecords(SQLiteConnection connection) throws SQLiteException {
        SQLiteStatement query = connection.prepare("SELECT name FROM sqlite_master WHERE type='table' AND name='us'");
        try {
            return query.step();
        } finally {
            query.dispose();
        }
    }

    private void run(String statement) {
        execute(connection -> connection.exec(statement));
    }

    private <T> T execute(Work<T> work) {
        var job = new SQLiteJob<T>() {
            @Override
            protected T job(SQLiteConnection connection) throws SQLiteException {
                return work.apply(connection);
            }
        };
        T result = queue.execute(job).complete();
        if (job.getError() != null) {
            throw new IllegalStateException("The tables' database failed: " + job.getError(), job.getError());
        }
        return result;
    }

    @FunctionalInterface
    private interface Work<T> {
        T apply(SQLiteConnection connection) throws SQLiteException;
    }
}
