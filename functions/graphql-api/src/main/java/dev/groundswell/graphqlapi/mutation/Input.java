package dev.groundswell.graphqlapi.mutation;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The argument {@code input} of a mutation; its types are the schema's, so they are checked already. */
public record Input(Map<String, Object> values) {

    public static Input of(DataFetchingEnvironment query) {
        return new Input(Objects.requireNonNull(query.getArgument("input")));
    }

    /** A field that the schema requires. */
    public String text(String field) {
        return find(field).orElseThrow(() -> absent(field));
    }

    public Optional<String> find(String field) {
        return Optional.ofNullable((String) values.get(field));
    }

    public Optional<Instant> time(String field) {
        return Optional.ofNullable((Instant) values.get(field));
    }

    /** A field that the schema requires. */
    public long number(String field) {
        return values.get(field) instanceof Long number ? number : fail(field);
    }

    /** A field that the schema requires. */
    public <E extends Enum<E>> E constant(String field, Class<E> type) {
        return Enum.valueOf(type, text(field));
    }

    /** A JSON object, where it is given. */
    @SuppressWarnings("unchecked") // The schema's scalar gives maps by text.
    public Optional<Map<String, Object>> object(String field) {
        return Optional.ofNullable((Map<String, Object>) values.get(field));
    }

    private static long fail(String field) {
        throw absent(field);
    }

    private static IllegalStateException absent(String field) {
        return new IllegalStateException("The schema lets the input go without '" + field + "'.");
    }
}
