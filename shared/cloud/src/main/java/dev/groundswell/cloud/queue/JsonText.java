package dev.groundswell.cloud.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.jr.ob.JSON;

/**
 * One object of a text that holds one or many: a JSON object, an array of them, or several of either after each other, as in
 * JSON Lines.
 *
 * @param text   exactly as it was written
 * @param values its fields; empty if it is no object after all
 */
public record JsonText(String text, Optional<Map<String, Object>> values) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /**
     * The objects of a text, in order.
     *
     * @throws UnreadableException if the text is not JSON, or neither an object nor an array
     */
    public static List<JsonText> read(String text) {
        var objects = new ArrayList<JsonText>();
        walk(text, json -> objects.add(object(text, json)));
        return objects;
    }

    /**
     * The objects of a text, each as it was written, unread.
     *
     * @throws UnreadableException as {@link #read}
     */
    public static List<String> split(String text) {
        var objects = new ArrayList<String>();
        walk(text, json -> {
            var start = start(json);
            json.skipChildren();
            objects.add(text.substring(start, end(json)));
        });
        return objects;
    }

    /** The text is not JSON from its beginning to its end, or not of objects. */
    public static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public UnreadableException(String message) {
            super(message);
        }
    }

    private static void walk(String text, Consumer<JsonParser> object) {
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                switch (token) {
                    case START_OBJECT -> object.accept(json);
                    case START_ARRAY -> elements(json, object);
                    default ->
                        throw new UnreadableException(
                                "An object or an array of objects is expected, not " + json.getString() + ".");
                }
            }
        } catch (JacksonException notJson) {
            var place = notJson.getLocation();
            throw new UnreadableException("This is not JSON: line " + place.getLineNr() + ", column "
                    + place.getColumnNr() + ": " + notJson.getOriginalMessage());
        }
    }

    private static void elements(JsonParser json, Consumer<JsonParser> object) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            object.accept(json);
        }
    }

    private static JsonText object(String text, JsonParser json) {
        var start = start(json);
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return new JsonText(text.substring(start, end(json)), Optional.empty());
        }
        var values = JSON.std.mapFrom(json);
        return new JsonText(text.substring(start, end(json)), Optional.of(values));
    }

    private static int start(JsonParser json) {
        return (int) json.currentTokenLocation().getCharOffset();
    }

    private static int end(JsonParser json) {
        json.finishToken();
        return (int) json.currentLocation().getCharOffset();
    }
}
