package dev.groundswell.core.format;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A canonical order change, or a line of one, as it is being put together; what is absent is left out. */
final class ChangeValues {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param path of a field, or of a field of an object: {@code buyer.phone} */
    ChangeValues put(String path, @Nullable Object value) {
        if (value == null || value.equals(List.of())) {
            return this;
        }
        var dot = path.indexOf('.');
        if (dot < 0) {
            values.put(path, canonical(value));
        } else {
            object(path.substring(0, dot)).put(path.substring(dot + 1), canonical(value));
        }
        return this;
    }

    /** Says {@code true}, or nothing. */
    ChangeValues mark(String path, boolean isSo) {
        return isSo ? put(path, true) : this;
    }

    @SuppressWarnings("unchecked") // only objects made here stand under such a name
    private Map<String, Object> object(String name) {
        return (Map<String, Object>) values.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
    }

    Map<String, Object> values() {
        return values;
    }

    Conversion change() {
        return new Conversion.Change(values);
    }

    private static Object canonical(Object value) {
        return value instanceof OffsetDateTime time ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time) : value;
    }
}
