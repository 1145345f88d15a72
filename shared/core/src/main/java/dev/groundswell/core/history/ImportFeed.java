package dev.groundswell.core.history;

import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Map;

/** A queue that takes what an import brings. */
public interface ImportFeed {

    /** How many messages wait there, about. */
    long waiting();

    /** A change or an event as it goes on the queue. */
    String text(Map<String, ?> values);

    /** The most bytes, as UTF-8, that one may have. */
    int maxBytes();

    /**
     * Puts them on the queue, all or, if it throws, perhaps some: whoever reads the queue takes each once.
     *
     * @param texts as {@link #text} made them, each of at most {@link #maxBytes}; may be none
     */
    void send(StoreId store, OrderSource source, List<String> texts);
}
