package dev.groundswell.core.audience;

import static dev.groundswell.core.order.AnOrder.anOrder;

import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.ProfileVersions;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** {@link ProfileVersions} in memory, of one store. */
final class ProfilesInMemory implements ProfileVersions {

    static final Store STORE = new Store(AnIndex.STORE, "Demo", AnOrder.CNY, ZoneId.of("Asia/Shanghai"));

    private final Map<BuyerId, Versioned> profiles = new TreeMap<>();

    /** The buyer's profile is of so many orders and of this version. */
    void save(String buyer, int orders, long version) {
        var placed = new ArrayList<Order>();
        for (var order = 0; order < orders; order++) {
            placed.add(anOrder(buyer + "-" + order).by(buyer).build());
        }
        var id = new BuyerId(buyer);
        profiles.put(id, new Versioned(CustomerProfile.of(id, new BuyerHistory(placed, List.of()), STORE), version));
    }

    void remove(String buyer) {
        profiles.remove(new BuyerId(buyer));
    }

    @Override
    public Map<BuyerId, Versioned> read(StoreId store, Collection<BuyerId> buyers) {
        var found = new HashMap<>(profiles);
        found.keySet().retainAll(buyers);
        return found;
    }

    @Override
    public void each(StoreId store, BiConsumer<BuyerId, Versioned> reader) {
        profiles.forEach(reader);
    }
}
