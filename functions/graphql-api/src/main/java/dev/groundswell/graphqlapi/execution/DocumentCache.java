package dev.groundswell.graphqlapi.execution;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Keeps the queries used last as parsed and validated: a front end sends the same few, and parsing costs most of a small one. */
final class DocumentCache implements PreparsedDocumentProvider {

    /** A front end has some dozens of queries. */
    private static final int MAX_DOCUMENTS = 300;

    /** Longer ones are rare, and parsed they take some fifty times their length. */
    private static final int MAX_CHARACTERS = 10_000;

    private final Map<String, PreparsedDocumentEntry> documents =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, PreparsedDocumentEntry> eldest) {
                    return size() > MAX_DOCUMENTS;
                }
            });

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        var known = documents.get(input.getQuery());
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        var parsed = parseAndValidate.apply(input);
        if (!parsed.hasErrors() && input.getQuery().length() <= MAX_CHARACTERS) {
            documents.put(input.getQuery(), parsed);
        }
        return CompletableFuture.completedFuture(parsed);
    }
}
