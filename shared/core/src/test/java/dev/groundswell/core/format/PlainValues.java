package dev.groundswell.core.format;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values, as a JSON reader gives them, that a test can change at any place. */
final class PlainValues {

    private PlainValues() {}

    /** @param namesAndValues a name, its value, the next name, and so on */
    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    static List<@Nullable Object> list(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /** The same object with one field of it, or of the objects in it, changed. */
    static Map<String, @Nullable Object> with(Map<String, ?> object, String path, @Nullable Object value) {
        var changed = new LinkedHashMap<String, @Nullable Object>(object);
        var dot = path.indexOf('.');
        if (dot < 0) {
            changed.put(path, value);
            return changed;
        }
        var name = path.substring(0, dot);
        changed.put(name, with(inner(changed.get(name)), path.substring(dot + 1), value));
        return changed;
    }

    @SuppressWarnings("unchecked") // tests name only objects of their own
    private static Map<String, ?> inner(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, ?>) value : Map.of();
    }

    static Map<String, @Nullable Object> without(Map<String, ?> object, String name) {
        var changed = new LinkedHashMap<String, @Nullable Object>(object);
        changed.remove(name);
        return changed;
    }
}
