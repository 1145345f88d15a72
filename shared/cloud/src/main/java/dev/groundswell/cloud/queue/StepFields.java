package dev.groundswell.cloud.queue;

import dev.groundswell.core.store.StoreId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The fields of a message that wakes somebody for a step: {@code {"store":"demo","audience":"…","step":"START"}}. */
public final class StepFields {

    private static final String STORE = "store";

    private final Map<String, Object> fields;

    private StepFields(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** Of a message to be sent. */
    public static StepFields of(StoreId store) {
        return new StepFields(new LinkedHashMap<>()).with(STORE, store.value());
    }

    /** Empty if it is no JSON object that names a store. */
    public static Optional<StepFields> read(String body) {
        try {
            var fields = new StepFields(JSON.std.mapFrom(body));
            return fields.text(STORE).filter(StoreId::isValid).map(_ -> fields);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    public StoreId store() {
        return new StoreId(text(STORE).orElseThrow());
    }

    /** Empty if it is not there, or no text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** Empty if it is not there, or no whole number. */
    public Optional<Integer> number(String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast);
    }

    /** None if it is not there, or no list. */
    public List<String> texts(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Adds a field to a message to be sent. */
    public StepFields with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    public String body() {
        return JSON.std.asString(fields);
    }
}
