package dev.groundswell.core.order;

import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.function.BiConsumer;

/** All orders of a store, for jobs that read everything; never for a request. */
public interface OrderArchive {

    /** Hands over every buyer with all the buyer's orders, each once, as of some moment during the reading. */
    void eachBuyer(StoreId store, BiConsumer<BuyerId, List<Order>> reader);
}
