package dev.groundswell.core.message.route;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.store.StoreId;
import java.util.List;

/** Where it is kept how the providers' weights have moved. */
public interface RoutingBooks {

    /** As it is now; {@link Routing#RESTING} if none was written. */
    Routing read(StoreId store, Channel channel);

    /**
     * Keeps it, and the changes that led to it, if the one that is kept has the revision before its own.
     *
     * @return whether it is kept now; if not, nothing has changed
     */
    boolean write(StoreId store, Channel channel, Routing routing, List<RoutingChange> changes);

    /** The newest first. */
    List<RoutingChange> changes(StoreId store, Channel channel, int limit);
}
