package dev.groundswell.local.http;

import dev.groundswell.local.function.LocalFunction;
import dev.groundswell.local.template.EventSource.HttpRoute;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route of the HTTP API and the function behind it. */
record Route(HttpRoute declared, LocalFunction function) {

    String key() {
        return declared.method() + " " + declared.path();
    }

    boolean takes(String method) {
        return declared.method().equals("ANY") || declared.method().equals(method);
    }

    /** A path with fewer variable parts is more specific; the HTTP API prefers it. */
    long variableParts() {
        return segments(declared.path()).stream()
                        .filter(part -> part.startsWith("{"))
                        .count()
                + (declared.path().contains("+}") ? 100 : 0);
    }

    /** The values of the path's parameters; empty if the path is another. */
    Optional<Map<String, String>> match(String path) {
        List<String> pattern = segments(declared.path());
        List<String> actual = segments(path);
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < pattern.size(); i++) {
            String part = pattern.get(i);
            if (part.endsWith("+}") && i < actual.size()) {
                values.put(part.substring(1, part.length() - 2), String.join("/", actual.subList(i, actual.size())));
                return Optional.of(values);
            }
            if (i >= actual.size() || !matches(part, actual.get(i), values)) {
                return Optional.empty();
            }
        }
        return pattern.size() == actual.size() ? Optional.of(values) : Optional.empty();
    }

    private static boolean matches(String part, String actual, Map<String, String> values) {
        if (part.startsWith("{") && part.endsWith("}")) {
            values.put(part.substring(1, part.length() - 1), URLDecoder.decode(actual, StandardCharsets.UTF_8));
            return true;
        }
        return part.equals(actual);
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(Math.min(1, path.length())).split("/", -1));
    }
}
