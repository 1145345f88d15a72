package dev.groundswell.local.script;

import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import tools.jackson.jr.ob.JSON;

/** The small system of {@code templates/pipeline.yaml}, with words for what tests do to it. */
public final class Pipeline implements AutoCloseable {

    private final LocalSystem system;

    public Pipeline() throws PortTakenException {
        this.system = LocalSystem.start(LocalOptions.inMemory().withTemplate(template("pipeline.yaml")));
    }

    public static Path template(String name) {
        try {
            return Path.of(Objects.requireNonNull(Pipeline.class.getResource("/templates/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public LocalSystem system() {
        return system;
    }

    public void send(String... bodies) {
        var entries = new ArrayList<SendMessageBatchRequestEntry>();
        for (String body : bodies) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id("m" + entries.size())
                    .messageBody(body)
                    .build());
        }
        String url = system.template().queue("OrderChanges").orElseThrow().url();
        system.clients().sqs().sendMessageBatch(request -> request.queueUrl(url).entries(entries));
    }

    public void put(String pk) {
        system.clients()
                .dynamoDb()
                .putItem(request -> request.tableName("Items").item(Map.of("pk", AttributeValue.fromS(pk))));
    }

    /** The bodies in a queue that nothing is mapped to. */
    public List<String> bodiesIn(String queueId) {
        String url = system.template().queue(queueId).orElseThrow().url();
        return system
                .clients()
                .sqs()
                .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
                .messages()
                .stream()
                .map(message -> message.body())
                .toList();
    }

    /** The records of an event. */
    public static List<Map<?, ?>> records(String event) {
        return ((List<?>) at(JSON.std.mapFrom(event), "Records"))
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }

    /** The keys of a stream event's records, in order. */
    public static List<String> keys(String event) {
        return records(event).stream()
                .map(each -> String.valueOf(at(each, "dynamodb", "Keys", "pk", "S")))
                .toList();
    }

    /** The sequence number of the record with this key. */
    public static String sequenceNumber(String event, String key) {
        int index = keys(event).indexOf(key);
        return String.valueOf(at(records(event).get(index), "dynamodb", "SequenceNumber"));
    }

    private static Object at(Map<?, ?> map, String... path) {
        Object value = map;
        for (String name : path) {
            value = Objects.requireNonNull(((Map<?, ?>) value).get(name), name);
        }
        return value;
    }

    @Override
    public void close() {
        system.close();
        Script.clear();
    }
}
