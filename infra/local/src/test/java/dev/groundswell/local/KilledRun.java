package dev.groundswell.local;

import dev.groundswell.local.http.HttpFront.PortTakenException;
import dev.groundswell.local.script.Pipeline;
import dev.groundswell.local.script.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The child of {@link KillTest}: sends messages that a worker puts into a table and a projection writes down from the
 * table's stream. Arguments: data directory, first and last message to send (none if they are equal).
 */
final class KilledRun {

    private KilledRun() {}

    public static void main(String[] arguments) throws PortTakenException {
        Path data = Path.of(arguments[0]);
        int first = Integer.parseInt(arguments[1]);
        int last = Integer.parseInt(arguments[2]);
        LocalOptions options = LocalOptions.inMemory()
                .withTemplate(Pipeline.template("pipeline.yaml"))
                .withData(data);
        Script.write("worker", (event, handler) -> {
            Pipeline.records(event)
                    .forEach(
                            each -> handler.environment().clients().dynamoDb().putItem(put("item" + each.get("body"))));
            return "";
        });
        Script.write("projection", (event, handler) -> {
            Pipeline.keys(event)
                    .forEach(key -> handler.environment().clients().dynamoDb().putItem(put("seen-" + key)));
            return "";
        });
        LocalSystem system = LocalSystem.start(options);
        String url = system.template().queue("OrderChanges").orElseThrow().url();
        for (int i = first; i < last; i++) {
            String body = Integer.toString(i);
            system.clients().sqs().sendMessage(request -> request.queueUrl(url).messageBody(body));
            System.out.println("sent " + body + ".");
        }
        system.awaitDrained();
        Set<String> keys = keys(system);
        System.out.println(
                "items " + keys.stream().filter(key -> key.startsWith("item")).count());
        System.out.println(
                "seen " + keys.stream().filter(key -> key.startsWith("seen-")).count());
        System.out.println("files " + files(data));
        System.exit(0);
    }

    private static PutItemRequest put(String pk) {
        return PutItemRequest.builder()
                .tableName("Items")
                .item(Map.of("pk", AttributeValue.fromS(pk)))
                .build();
    }

    private static Set<String> keys(LocalSystem system) {
        var keys = new HashSet<String>();
        system.clients()
                .dynamoDb()
                .scanPaginator(request -> request.tableName("Items"))
                .items()
                .forEach(item -> keys.add(
                        item.getOrDefault("pk", AttributeValue.fromS("")).s()));
        return keys;
    }

    private static List<String> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
