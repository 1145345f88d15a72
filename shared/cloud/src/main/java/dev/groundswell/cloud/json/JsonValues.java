package dev.groundswell.cloud.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** A JSON object as it is stored. A missing field is a bug, or something else wrote it: an {@link IllegalStateException} that names it. */
public record JsonValues(Map<String, Object> fields) {

    public static JsonValues read(String json) {
        return new JsonValues(JSON.std.mapFrom(json));
    }

    /** A new object, to be filled. */
    public static JsonValues fresh() {
        return new JsonValues(new LinkedHashMap<>());
    }

    /** Nothing for what is absent. */
    public JsonValues put(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value instanceof JsonValues(var inner) ? inner : value);
        }
        return this;
    }

    /** An array; nothing for an empty one. */
    public JsonValues put(String name, List<JsonValues> objects) {
        return objects.isEmpty()
                ? this
                : put(name, (Object) objects.stream().map(JsonValues::fields).toList());
    }

    public String write() {
        return JSON.std.asString(fields);
    }

    public String text(String name) {
        return (String) value(name);
    }

    @Nullable
    public String textOrNull(String name) {
        return (String) fields.get(name);
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public long number(String name) {
        return ((Number) value(name)).longValue();
    }

    public boolean flag(String name) {
        return (Boolean) value(name);
    }

    @Nullable
    public Boolean flagOrNull(String name) {
        return (Boolean) fields.get(name);
    }

    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public JsonValues object(String name) {
        return find(name).orElseThrow(() -> missing(name));
    }

    @SuppressWarnings("unchecked") // JSON's objects are maps from texts.
    public Optional<JsonValues> find(String name) {
        return Optional.ofNullable((Map<String, Object>) fields.get(name)).map(JsonValues::new);
    }

    /** Of an array; none where there is none. */
    @SuppressWarnings("unchecked") // JSON's arrays are lists.
    public List<JsonValues> objects(String name) {
        return ((List<Map<String, Object>>) fields.getOrDefault(name, List.of()))
                .stream().map(JsonValues::new).toList();
    }

    @SuppressWarnings("unchecked") // JSON's arrays are lists.
    public List<String> texts(String name) {
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
