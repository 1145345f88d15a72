package dev.groundswell.bench.system;

import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.aws.LocalTables;
import dev.groundswell.local.template.LocalAddresses;
import dev.groundswell.local.template.Template;
import dev.groundswell.local.template.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The template's tables in a DynamoDB Local of their own, in memory, with the store in them. */
public final class FreshTables implements AutoCloseable {

    private static final Map<String, String> PARAMETERS = Map.of(
            "StoreId", BenchStore.STORE.id().value(),
            "JwtIssuer", "https://issuer.example",
            "JwtAudience", "groundswell");

    private final Template template;
    private final LocalTables tables;

    private FreshTables(Template template, LocalTables tables) {
        this.template = template;
        this.tables = tables;
    }

    public static FreshTables open() {
        var tables = new FreshTables(template("http://127.0.0.1"), LocalTables.open(Optional.empty()));
        tables.tables.create(tables.template.tables(), false);
        BenchStore.saveIn(tables.template, tables.client());
        return tables;
    }

    /**
     * {@code template.yaml} with local names.
     *
     * @param queues where the queues listen
     */
    public static Template template(String queues) {
        return TemplateReader.read(
                LocalOptions.inMemory().template(), new LocalAddresses("http://127.0.0.1", queues), PARAMETERS);
    }

    /** The folder in which {@code template.yaml} lies. */
    public static Path root() {
        return LocalOptions.inMemory().template().resolveSibling(".").normalize();
    }

    /** The name of the table with this logical id. */
    public static String name(Template template, String id) {
        return template.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("template.yaml declares no table " + id + "."))
                .name();
    }

    /** A port of the loopback interface that nobody listens on. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Template template() {
        return template;
    }

    /** The name of the table with this logical id. */
    public String name(String id) {
        return name(template, id);
    }

    /** Without a network between. */
    public DynamoDbClient client() {
        return tables.client();
    }

    /** Serves the tables over HTTP as well, and tells where. */
    public String listen() {
        var port = freePort();
        tables.listen(port);
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        tables.close();
    }
}
