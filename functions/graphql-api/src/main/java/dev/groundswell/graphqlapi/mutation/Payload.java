package dev.groundswell.graphqlapi.mutation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mutation came to: what it changed, or why it changed nothing.
 *
 * @param values     by field of the payload; a field without a value is null
 * @param userErrors empty if it was done
 */
public record Payload(Map<String, Object> values, List<UserError> userErrors) {

    public Payload {
        values = Map.copyOf(values);
        userErrors = List.copyOf(userErrors);
    }

    public static Payload of(String field, Object value) {
        return new Payload(Map.of(field, value), List.of());
    }

    public static Payload refused(List<UserError> errors) {
        return new Payload(Map.of(), errors);
    }

    public static Payload refused(UserErrorCode code, String field, String message) {
        return refused(List.of(new UserError(field, message, code)));
    }

    /** The same with one more of the payload's fields. */
    public Payload with(String field, Object value) {
        var all = new HashMap<>(values);
        all.put(field, value);
        return new Payload(all, userErrors);
    }

    @Nullable
    Object value(String field) {
        return values.get(field);
    }
}
