package dev.groundswell.local.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * ElasticMQ's database: looked through before ElasticMQ opens it, then held open for as long as the run lasts, since H2
 * would otherwise close it whenever ElasticMQ has no connection.
 */
final class KeptMessages implements AutoCloseable {

    /** The name of the database, to which H2 adds its ending. */
    static final String FILE = "queues";

    private static final String ENDING = ".mv.db";

    private final Connection database;

    private KeptMessages(Connection database) {
        this.database = database;
    }

    /**
     * Opens the database and shows at once what the earlier run had received and not deleted: its receiver is dead, so
     * waiting for the rest of the visibility time-out protects nobody. If no message is left, the file, which only ever
     * grows, is begun anew.
     */
    static KeptMessages open(Path directory, String uri) {
        try {
            Connection database = DriverManager.getConnection(uri);
            int left = 0;
            for (String table : messageTables(database)) {
                showAgain(database, table);
                left += count(database, table);
            }
            if (left > 0) {
                return new KeptMessages(database);
            }
            database.close();
            Files.deleteIfExists(directory.resolve(FILE + ENDING));
            return new KeptMessages(DriverManager.getConnection(uri));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The kept queues cannot be read: " + e.getMessage(), e);
        }
    }

    private static int count(Connection database, String table) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("SELECT COUNT(*) FROM \"" + table + "\"");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<String> messageTables(Connection database) throws SQLException {
        var tables = new ArrayList<String>();
        try (ResultSet found = database.getMetaData().getTables(null, null, "MESSAGE%", null)) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static void showAgain(Connection database, String table) throws SQLException {
        String update = "UPDATE \"" + table + "\" SET next_delivery = created WHERE receive_count > 0";
        try (PreparedStatement statement = database.prepareStatement(update)) {
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The kept queues cannot be closed: " + e.getMessage(), e);
        }
    }
}
