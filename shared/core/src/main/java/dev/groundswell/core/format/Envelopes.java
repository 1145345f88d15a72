package dev.groundswell.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes records out of what platforms wrap around them. */
final class Envelopes {

    /** Responses are wrapped three times; whatever goes deeper is not ours. */
    private static final int MAX_DEPTH = 5;

    private Envelopes() {}

    /**
     * @param names of the fields that hold a record, a list of them, or another envelope; the first that is there is opened
     * @return the records; what is no envelope is itself one
     */
    static List<?> open(Object document, List<String> names) {
        var records = new ArrayList<Object>();
        open(document, names, MAX_DEPTH, records);
        return records;
    }

    private static void open(@Nullable Object value, List<String> names, int depth, List<Object> records) {
        if (value instanceof List<?> list && depth > 0) {
            list.forEach(element -> open(element, names, depth - 1, records));
            return;
        }
        var inner = value instanceof Map<?, ?> map && depth > 0 ? inner(map, names) : null;
        if (inner != null) {
            open(inner, names, depth - 1, records);
        } else if (value != null) {
            records.add(value);
        }
    }

    private static @Nullable Object inner(Map<?, ?> map, List<String> names) {
        return names.stream()
                .map(map::get)
                .filter(value -> value instanceof Map<?, ?> || value instanceof List<?>)
                .findFirst()
                .orElse(null);
    }
}
