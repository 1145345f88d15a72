package dev.groundswell.bench.system;

import java.io.IOException;
import java.net.URI;

/** {@link FreshTables} over HTTP in a JVM of their own, so that their CPU does not count. */
public final class TablesProcess {

    private TablesProcess() {}

    /** Prints its port, then serves until its standard input ends. */
    public static void main(String[] args) throws IOException {
        try (var tables = FreshTables.open()) {
            System.out.println(URI.create(tables.listen()).getPort());
            OtherProcess.awaitEnd();
        }
    }
}
