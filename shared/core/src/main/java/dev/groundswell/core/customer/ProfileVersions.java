package dev.groundswell.core.customer;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/** Profiles with their versions, for whatever is derived from them. */
public interface ProfileVersions {

    /** A profile as it is stored; each writer of it counts the version up. */
    record Versioned(CustomerProfile profile, long version) {}

    /** The profiles among {@code buyers} that exist, strongly consistent. */
    Map<BuyerId, Versioned> read(StoreId store, Collection<BuyerId> buyers);

    /** Hands over every profile, each as of some moment during the reading; never for a request. */
    void each(StoreId store, BiConsumer<BuyerId, Versioned> reader);
}
