package dev.groundswell.graphqlapi.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query as a client sends it.
 *
 * @param text          GraphQL
 * @param operationName which of its operations to run; null where there is one only
 * @param mayChange     whether it may be a mutation: one that came by GET may not
 */
public record Query(
        String text, @Nullable String operationName, Map<String, @Nullable Object> variables, boolean mayChange) {}
