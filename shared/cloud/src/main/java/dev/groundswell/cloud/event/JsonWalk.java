package dev.groundswell.cloud.event;

import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Walks an event with a streaming parser, picking what is used in whatever order it comes. */
final class JsonWalk {

    private JsonWalk() {}

    /** Calls {@code field} with the parser at the value of each field; of what is no object, nothing. */
    static void eachField(JsonParser json, Consumer<String> field) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            field.accept(name);
        }
    }

    /** Calls {@code element} with the parser at each element; of what is no array, nothing. */
    static void eachElement(JsonParser json, Runnable element) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }
}
