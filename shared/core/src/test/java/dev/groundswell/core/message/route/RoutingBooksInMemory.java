package dev.groundswell.core.message.route;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Books of a process. */
public final class RoutingBooksInMemory implements RoutingBooks {

    private final Map<Place, Routing> kept = new HashMap<>();
    private final Map<Place, List<RoutingChange>> changes = new HashMap<>();

    private record Place(StoreId store, Channel channel) {}

    @Override
    public synchronized Routing read(StoreId store, Channel channel) {
        return kept.getOrDefault(new Place(store, channel), Routing.RESTING);
    }

    @Override
    public synchronized boolean write(StoreId store, Channel channel, Routing routing, List<RoutingChange> because) {
        if (read(store, channel).revision() != routing.revision() - 1) {
            return false;
        }
        var place = new Place(store, channel);
        kept.put(place, routing);
        changes.computeIfAbsent(place, _ -> new ArrayList<>()).addAll(because);
        return true;
    }

    @Override
    public synchronized List<RoutingChange> changes(StoreId store, Channel channel, int limit) {
        return changes.getOrDefault(new Place(store, channel), List.of()).stream()
                .sorted(Comparator.comparing(RoutingChange::at)
                        .thenComparing(RoutingChange::provider)
                        .reversed())
                .limit(limit)
                .toList();
    }
}
