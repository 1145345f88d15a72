package dev.groundswell.graphqlapi.http;

import java.util.Locale;
import java.util.Optional;

/** The two forms an answer may have; they differ in the HTTP status of failures only. */
enum MediaType {
    /** The status tells whether the query ran. */
    GRAPHQL_RESPONSE("application/graphql-response+json"),
    /** What clients and proxies from before 2025 understand: 200 for whatever is well-formed. */
    JSON("application/json");

    private final String type;

    MediaType(String type) {
        this.type = type;
    }

    /** For the header {@code content-type}. */
    String contentType() {
        return type + "; charset=utf-8";
    }

    /**
     * The form that suits a header {@code accept} best: by its weights, then by which is named first. Without the header, or
     * with a wildcard, it is plain JSON.
     *
     * @return empty if neither suits
     */
    static Optional<MediaType> acceptedBy(Optional<String> header) {
        if (header.isEmpty() || header.get().isBlank()) {
            return Optional.of(JSON);
        }
        var best = Optional.<MediaType>empty();
        var bestWeight = 0.0;
        for (var range : header.get().toLowerCase(Locale.ROOT).split(",")) {
            var type = ofRange(range.split(";")[0].strip());
            var weight = weight(range);
            if (type.isPresent() && weight > bestWeight) {
                best = type;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static Optional<MediaType> ofRange(String range) {
        return switch (range) {
            case "application/graphql-response+json" -> Optional.of(GRAPHQL_RESPONSE);
            case "application/json", "application/*", "*/*" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    private static double weight(String range) {
        for (var parameter : range.split(";")) {
            var written = parameter.strip();
            if (written.startsWith("q=")) {
                try {
                    return Double.parseDouble(written.substring(2));
                } catch (NumberFormatException notAWeight) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
