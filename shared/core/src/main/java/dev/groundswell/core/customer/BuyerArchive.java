package dev.groundswell.core.customer;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.function.BiConsumer;

/** The histories of all buyers of a store, for jobs that read everything; never for a request. */
@FunctionalInterface
public interface BuyerArchive {

    /** Hands over every buyer with all the buyer's history, each once, as of some moment during the reading. */
    void eachBuyer(StoreId store, BiConsumer<BuyerId, BuyerHistory> reader);
}
