package dev.groundswell.graphqlapi.order;

import dev.groundswell.core.metrics.StoreTotals;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderFilter;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Loaders;
import dev.groundswell.graphqlapi.execution.Refusal;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.PageArguments;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The root fields of the topic. */
public final class OrderQueries {

    private final OrderPages orders;
    private final RejectedChangePages rejectedChanges;
    private final Background background;

    public OrderQueries(OrderPages orders, RejectedChangePages rejectedChanges, Background background) {
        this.orders = orders;
        this.rejectedChanges = rejectedChanges;
        this.background = background;
    }

    /** The order; null also for an id that no order can have. */
    public CompletableFuture<@Nullable Order> order(DataFetchingEnvironment query) {
        String id = query.getArgument("id");
        return id == null || id.isEmpty() || id.length() > OrderId.MAX_LENGTH
                ? CompletableFuture.completedFuture(null)
                : Loaders.order(query, new OrderId(id));
    }

    public CompletableFuture<Connection<Order>> orders(Store store, DataFetchingEnvironment query) {
        var page = PageArguments.of(query);
        var filter = filter(query.getArgument("filter"));
        return background.call(() -> orders.read(store.id(), filter, page, () -> totalCount(filter, query)));
    }

    public CompletableFuture<Connection<RejectedChange>> rejectedChanges(Store store, DataFetchingEnvironment query) {
        var page = PageArguments.of(query);
        return background.call(() -> rejectedChanges.read(store.id(), page));
    }

    private static CompletableFuture<@Nullable Long> totalCount(OrderFilter filter, DataFetchingEnvironment query) {
        return filter.equals(OrderFilter.ALL)
                ? Loaders.totals(query).thenApply(StoreTotals::orders)
                : Connection.unknownCount();
    }

    private static OrderFilter filter(@Nullable Map<String, ?> written) {
        if (written == null) {
            return OrderFilter.ALL;
        }
        return new OrderFilter(
                buyer((String) written.get("buyerId")),
                statuses((List<?>) written.get("statuses")),
                Optional.ofNullable((Instant) written.get("orderedFrom")),
                Optional.ofNullable((Instant) written.get("orderedTo")));
    }

    private static Optional<BuyerId> buyer(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        if (written.isEmpty() || written.length() > BuyerId.MAX_LENGTH) {
            throw new Refusal(
                    ErrorCode.BAD_USER_INPUT,
                    "'buyerId' has 1 to " + BuyerId.MAX_LENGTH + " characters; leave it out for all buyers.");
        }
        return Optional.of(new BuyerId(written));
    }

    private static Set<OrderStatus> statuses(@Nullable List<?> written) {
        var statuses = EnumSet.noneOf(OrderStatus.class);
        if (written != null) {
            written.forEach(status -> statuses.add(OrderStatus.valueOf(String.valueOf(status))));
        }
        return statuses;
    }
}
