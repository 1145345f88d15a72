package dev.groundswell.cloud.event;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Messages that Lambda hands over from an SQS queue.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">the format</a>
 */
public record QueueEvent(List<Message> messages) {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    public QueueEvent {
        messages = List.copyOf(messages);
    }

    /**
     * One message.
     *
     * @param id     the same at every delivery
     * @param sentAt when the queue took it
     */
    public record Message(String id, String body, Instant sentAt, Map<String, String> attributes) {

        public Message {
            attributes = Map.copyOf(attributes);
        }

        /** The value of a message attribute of type String. */
        public Optional<String> attribute(String name) {
            return Optional.ofNullable(attributes.get(name));
        }

        /** Never a body in a log. */
        @Override
        public String toString() {
            return "Message[" + id + "]";
        }
    }

    /** Reads an event to its end. */
    public static QueueEvent read(InputStream event) {
        var messages = new ArrayList<Message>();
        try (var json = JSON.createParser(ObjectReadContext.empty(), event)) {
            json.nextToken();
            JsonWalk.eachField(json, name -> {
                if (name.equals("Records")) {
                    JsonWalk.eachElement(json, () -> messages.add(new Reader(json).message()));
                } else {
                    json.skipChildren();
                }
            });
        }
        return new QueueEvent(messages);
    }

    private static final class Reader {

        private final JsonParser json;
        private final Map<String, String> attributes = new HashMap<>();
        private String id = "";
        private String body = "";
        private Instant sentAt = Instant.EPOCH;

        Reader(JsonParser json) {
            this.json = json;
        }

        Message message() {
            JsonWalk.eachField(json, name -> {
                switch (name) {
                    case "messageId" -> id = json.getString();
                    case "body" -> body = json.getString();
                    case "attributes" -> JsonWalk.eachField(json, this::systemAttribute);
                    case "messageAttributes" -> JsonWalk.eachField(json, this::messageAttribute);
                    default -> json.skipChildren();
                }
            });
            return new Message(id, body, sentAt, attributes);
        }

        private void systemAttribute(String name) {
            if (name.equals("SentTimestamp")) {
                sentAt = Instant.ofEpochMilli(Long.parseLong(json.getString()));
            } else {
                json.skipChildren();
            }
        }

        private void messageAttribute(String name) {
            JsonWalk.eachField(json, part -> {
                if (part.equals("stringValue")) {
                    attributes.put(name, json.getString());
                } else {
                    json.skipChildren();
                }
            });
        }
    }
}
