package dev.groundswell.graphqlapi.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON as plain maps, lists, strings, numbers and booleans. */
final class JsonValues {

    /** Objects and lists within each other: several times what the deepest rule of a segment takes. */
    static final int MAX_DEPTH = 200;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private JsonValues() {}

    /** @throws JacksonException if it is not one JSON value in UTF-8 */
    static @Nullable Object read(byte[] text) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return only(json);
        }
    }

    /** @throws JacksonException if it is not one JSON value */
    static @Nullable Object read(String text) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return only(json);
        }
    }

    private static @Nullable Object only(JsonParser json) {
        var token = json.nextToken();
        if (token == null) {
            throw new NotOneValue("There is no JSON.");
        }
        var value = value(json, token);
        if (json.nextToken() != null) {
            throw new NotOneValue("There is something behind the JSON.");
        }
        return value;
    }

    private static @Nullable Object value(JsonParser json, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> list(json);
            case VALUE_NUMBER_INT -> json.getNumberValue();
            case VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> json.getString();
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser json) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            object.put(name, value(json, json.nextToken()));
        }
        return object;
    }

    private static List<@Nullable Object> list(JsonParser json) {
        var list = new ArrayList<@Nullable Object>();
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            list.add(value(json, token));
        }
        return list;
    }

    /** More or less than one JSON value. */
    private static final class NotOneValue extends JacksonException {

        private static final long serialVersionUID = 1L;

        NotOneValue(String message) {
            super(message);
        }
    }
}
