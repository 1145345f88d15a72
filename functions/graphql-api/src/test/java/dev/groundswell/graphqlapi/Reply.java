package dev.groundswell.graphqlapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** What the function answered. */
record Reply(int status, Map<String, Object> headers, String text) {

    static Reply of(String event) {
        var response = JSON.std.mapFrom(event);
        @SuppressWarnings("unchecked")
        var headers = (Map<String, Object>) given(response, "headers");
        return new Reply((Integer) given(response, "statusCode"), headers, (String) given(response, "body"));
    }

    private static Object given(Map<String, Object> response, String name) {
        return Objects.requireNonNull(response.get(name), name);
    }

    Map<String, Object> json() {
        return JSON.std.mapFrom(text);
    }

    /** What stands at a path like {@code orders.nodes.0.id}. */
    @Nullable
    Object data(String path) {
        return at("data." + path);
    }

    /** What stands at a path from the root of the answer; null where there is nothing. */
    @Nullable
    Object at(String path) {
        Object place = json();
        for (var step : path.split("\\.")) {
            place = switch (place) {
                case Map<?, ?> object -> object.get(step);
                case List<?> list when Integer.parseInt(step) < list.size() -> list.get(Integer.parseInt(step));
                case null, default -> null;
            };
        }
        return place;
    }

    /** The code of the first error; null where there is none. */
    @Nullable
    Object code() {
        return at("errors.0.extensions.code");
    }
}
