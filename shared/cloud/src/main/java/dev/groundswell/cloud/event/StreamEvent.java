package dev.groundswell.cloud.event;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Records that Lambda hands over from a DynamoDB stream: which item changed, not how.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">the format</a>
 */
public record StreamEvent(List<Change> changes) {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    public StreamEvent {
        changes = List.copyOf(changes);
    }

    /**
     * One changed item.
     *
     * @param keys the item's key attributes of type S
     */
    public record Change(String sequenceNumber, Map<String, String> keys) {

        public Change {
            keys = Map.copyOf(keys);
        }

        public Optional<String> key(String name) {
            return Optional.ofNullable(keys.get(name));
        }
    }

    /** Reads an event to its end. */
    public static StreamEvent read(InputStream event) {
        var changes = new ArrayList<Change>();
        try (var json = JSON.createParser(ObjectReadContext.empty(), event)) {
            json.nextToken();
            JsonWalk.eachField(json, name -> {
                if (name.equals("Records")) {
                    JsonWalk.eachElement(json, () -> changes.add(new Reader(json).change()));
                } else {
                    json.skipChildren();
                }
            });
        }
        return new StreamEvent(changes);
    }

    private static final class Reader {

        private final JsonParser json;
        private final Map<String, String> keys = new HashMap<>();
        private String sequenceNumber = "";

        Reader(JsonParser json) {
            this.json = json;
        }

        Change change() {
            JsonWalk.eachField(json, name -> {
                if (name.equals("dynamodb")) {
                    JsonWalk.eachField(json, this::readChange);
                } else {
                    json.skipChildren();
                }
            });
            return new Change(sequenceNumber, keys);
        }

        private void readChange(String name) {
            switch (name) {
                case "SequenceNumber" -> sequenceNumber = json.getString();
                case "Keys" -> JsonWalk.eachField(json, this::readKey);
                default -> json.skipChildren();
            }
        }

        private void readKey(String key) {
            JsonWalk.eachField(json, type -> {
                if (type.equals("S")) {
                    keys.put(key, json.getString());
                } else {
                    json.skipChildren();
                }
            });
        }
    }
}
