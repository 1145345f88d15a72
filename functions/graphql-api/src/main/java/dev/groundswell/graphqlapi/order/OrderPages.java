package dev.groundswell.graphqlapi.order;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderFilter;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderListing;
import dev.groundswell.core.order.OrderListing.Position;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.Cursor;
import dev.groundswell.graphqlapi.page.PageArguments;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists of orders as connections. */
public final class OrderPages {

    private static final Cursor CURSOR = new Cursor("o");

    /** Seconds, nanoseconds and the id of the order that was listed last. */
    private static final Pattern PLACE =
            Pattern.compile("[0-9]{1,10}\\.[0-9]{1,9}/.{1," + OrderId.MAX_LENGTH + "}", Pattern.DOTALL);

    private final OrderListing listing;

    public OrderPages(OrderListing listing) {
        this.listing = listing;
    }

    /** @throws dev.groundswell.graphqlapi.execution.Refusal if the page begins at a cursor that is not ours */
    public Connection<Order> read(
            StoreId store,
            OrderFilter filter,
            PageArguments arguments,
            Supplier<CompletableFuture<@Nullable Long>> totalCount) {
        var page = listing.newest(
                store, filter, arguments.first(), arguments.after().map(OrderPages::position));
        return new Connection<>(
                page.orders().stream()
                        .map(order -> new Connection.Edge<>(
                                order, cursor(new Position(order.times().orderedAt(), order.id()))))
                        .toList(),
                arguments.after().isPresent(),
                page.next().map(OrderPages::cursor),
                totalCount);
    }

    private static String cursor(Position position) {
        var at = position.orderedAt();
        return CURSOR.write(at.getEpochSecond() + "." + at.getNano() + "/" + position.id());
    }

    private static Position position(String cursor) {
        var place = CURSOR.read(cursor, PLACE);
        var point = place.indexOf('.');
        var slash = place.indexOf('/');
        var at = Instant.ofEpochSecond(
                Long.parseLong(place.substring(0, point)), Long.parseLong(place.substring(point + 1, slash)));
        return new Position(at, new OrderId(place.substring(slash + 1)));
    }
}
