package dev.groundswell.graphqlapi.page;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param hasPreviousPage whether anything lies before it
 * @param next            the cursor to go on from; empty on the last page
 * @param totalCount      asked only if the client does; null where it is not cheap
 */
public record Connection<T>(
        List<Edge<T>> edges,
        boolean hasPreviousPage,
        Optional<String> next,
        Supplier<CompletableFuture<@Nullable Long>> totalCount) {

    public Connection {
        edges = List.copyOf(edges);
    }

    /** For a connection that does not tell how long it is. */
    public static CompletableFuture<@Nullable Long> unknownCount() {
        return CompletableFuture.completedFuture(null);
    }

    /** An entry and its place. */
    public record Edge<T>(T node, String cursor) {}

    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    Optional<String> startCursor() {
        return edges.isEmpty() ? Optional.empty() : Optional.of(edges.getFirst().cursor());
    }

    /** A short page goes on behind what was looked at, not behind its last entry. */
    Optional<String> endCursor() {
        return next.isPresent() || edges.isEmpty()
                ? next
                : Optional.of(edges.getLast().cursor());
    }
}
