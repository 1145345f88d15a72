package dev.groundswell.local.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came in.
 *
 * @param fields as they were posted
 */
record Arrival(String id, String store, Instant at, Map<String, Object> fields) {

    String message() {
        return text("message");
    }

    String provider() {
        return text("provider");
    }

    String to() {
        return text("to");
    }

    boolean isMail() {
        return fields.containsKey("html");
    }

    /** An e-mail is one. */
    int parts() {
        return fields.get("parts") instanceof Number parts ? parts.intValue() : 1;
    }

    private String text(String name) {
        return toString(fields.get(name));
    }

    private static String toString(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** For people. */
    Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("at", at.toString());
        shown.put("channel", isMail() ? "EMAIL" : "SMS");
        shown.putAll(fields);
        return shown;
    }
}
