package dev.groundswell.graphqlapi.page;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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

    /**
     * A page that does not tell how long the list is.
     *
     * @param oneMore the page's entries, and one more if there are any behind them
     * @param cursor  the place of an entry
     */
    public static <T> Connection<T> of(PageArguments arguments, List<T> oneMore, Function<T, String> cursor) {
        var page = oneMore.subList(0, Math.min(arguments.first(), oneMore.size()));
        return new Connection<>(
                page.stream()
                        .map(entry -> new Edge<>(entry, cursor.apply(entry)))
                        .toList(),
                arguments.after().isPresent(),
                oneMore.size() > page.size() ? Optional.of(cursor.apply(page.getLast())) : Optional.empty(),
                Connection::unknownCount);
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
