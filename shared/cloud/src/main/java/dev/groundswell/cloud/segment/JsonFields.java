package dev.groundswell.cloud.segment;

import java.util.List;
import java.util.Map;

/** The fields of a JSON object that this side or the other wrote: one that is missing is a bug. */
final class JsonFields {

    private JsonFields() {}

    static long number(Map<String, ?> fields, String name) {
        return ((Number) value(fields, name)).longValue();
    }

    static String text(Map<String, ?> fields, String name) {
        return value(fields, name).toString();
    }

    static List<?> list(Map<String, ?> fields, String name) {
        return (List<?>) value(fields, name);
    }

    static List<String> texts(Map<String, ?> fields, String name) {
        return list(fields, name).stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked") // The keys of every JSON object are text.
    static Map<String, Object> object(Map<String, ?> fields, String name) {
        return (Map<String, Object>) value(fields, name);
    }

    @SuppressWarnings("unchecked") // As above.
    static List<Map<String, Object>> objects(Map<String, ?> fields, String name) {
        return (List<Map<String, Object>>) list(fields, name);
    }

    private static Object value(Map<String, ?> fields, String name) {
        var value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException("The field " + name + " is missing among " + fields.keySet() + ".");
        }
        return value;
    }
}
