package dev.groundswell.core.link;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;

/** Where whoever sent a message keeps that one of its links was followed. */
@FunctionalInterface
public interface MessageClicks {

    /**
     * Keeps it, if it is the earliest that is known. Again, and in any order, the same. A message of somebody else's is none of its
     * business.
     *
     * @param at the first click on the link
     */
    void clicked(StoreId store, MessageId message, Instant at);
}
