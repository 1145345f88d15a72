package dev.groundswell.local.aws;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The messages that an earlier run left in ElasticMQ's database. */
final class KeptMessages {

    private KeptMessages() {}

    /**
     * Shows at once what the earlier run had received and not deleted. Its receiver is dead, so waiting for the rest of
     * the visibility time-out protects nobody.
     */
    static void showAgain(String uri) {
        try (Connection database = DriverManager.getConnection(uri)) {
            for (String table : messageTables(database)) {
                showAgain(database, table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The kept queues cannot be read: " + e.getMessage(), e);
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
}
