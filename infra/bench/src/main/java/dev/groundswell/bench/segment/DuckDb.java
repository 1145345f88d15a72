package dev.groundswell.bench.segment;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.Column;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** DuckDB in this process and its memory, with a table of the columns that the rule asks for, each in its narrowest type. */
final class DuckDb implements AutoCloseable {

    private final Connection connection;

    DuckDb() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("CREATE TYPE province AS ENUM (" + provinces() + ")");
        execute("CREATE TABLE customers (paid_orders UTINYINT, last_paid_at UINTEGER, spend UINTEGER,"
                + " province province, sms_reachable BOOLEAN)");
    }

    void add(List<AudienceRow> rows) throws SQLException {
        try (var appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "customers")) {
            for (var row : rows) {
                var lastPaidAt = row.number(Column.LAST_PAID_AT);
                appender.beginRow();
                appender.append(number(row, Column.PAID_ORDERS).byteValue());
                if (lastPaidAt == null) {
                    appender.appendNull();
                } else {
                    appender.append(lastPaidAt.intValue());
                }
                appender.append(number(row, Column.SPEND).intValue());
                appender.append(row.text(Column.PROVINCE));
                appender.append(number(row, Column.SMS_REACHABLE) == 1);
                appender.endRow();
            }
        }
    }

    private static String provinces() {
        return GeneratedCustomers.PROVINCES.stream()
                .map(province -> "'" + province + "'")
                .collect(Collectors.joining(", "));
    }

    private static Long number(AudienceRow row, Column column) {
        return Objects.requireNonNull(row.number(column));
    }

    void threads(int threads) throws SQLException {
        execute("SET threads = " + threads);
    }

    int threads() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT current_setting('threads')")) {
            return (int) number(statement);
        }
    }

    /** A query for a number, parsed and planned before it is asked. */
    PreparedStatement prepare(String query) throws SQLException {
        return connection.prepareStatement(query);
    }

    static long number(PreparedStatement query) throws SQLException {
        try (var answer = query.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private void execute(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
