package dev.groundswell.graphqlapi.customer;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.graphqlapi.execution.Loaders;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The root field of the topic. */
public final class CustomerQueries {

    /** The profile; null also for an id that no buyer can have. */
    public CompletableFuture<@Nullable CustomerProfile> customer(DataFetchingEnvironment query) {
        String id = query.getArgument("id");
        return id == null || id.isEmpty() || id.length() > BuyerId.MAX_LENGTH
                ? CompletableFuture.completedFuture(null)
                : Loaders.customer(query, new BuyerId(id));
    }
}
