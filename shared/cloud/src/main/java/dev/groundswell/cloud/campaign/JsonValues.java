package dev.groundswell.cloud.campaign;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** A JSON object as it is stored. A missing field is a bug, or something else wrote it: an {@link IllegalStateException} that names it. */
record JsonValues(Map<String, Object> fields) {

    static JsonValues read(String json) {
        return new JsonValues(JSON.std.mapFrom(json));
    }

    /** A new object, to be filled. */
    static JsonValues fresh() {
        return new JsonValues(new LinkedHashMap<>());
    }

    /** Nothing for what is absent. */
    JsonValues put(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value instanceof JsonValues(var inner) ? inner : value);
        }
        return this;
    }

    String write() {
        return JSON.std.asString(fields);
    }

    String text(String name) {
        return (String) value(name);
    }

    @Nullable
    String textOrNull(String name) {
        return (String) fields.get(name);
    }

    long number(String name) {
        return ((Number) value(name)).longValue();
    }

    boolean flag(String name) {
        return (Boolean) value(name);
    }

    @Nullable
    Boolean flagOrNull(String name) {
        return (Boolean) fields.get(name);
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    JsonValues object(String name) {
        return find(name).orElseThrow(() -> missing(name));
    }

    @SuppressWarnings("unchecked") // JSON's objects are maps from texts.
    Optional<JsonValues> find(String name) {
        return Optional.ofNullable((Map<String, Object>) fields.get(name)).map(JsonValues::new);
    }

    @SuppressWarnings("unchecked") // JSON's arrays are lists.
    List<String> texts(String name) {
        return (List<String>) value(name);
    }

    private Object value(String name) {
        var value = fields.get(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    private IllegalStateException missing(String name) {
        return new IllegalStateException("The field " + name + " is missing among " + fields.keySet() + ".");
    }
}
