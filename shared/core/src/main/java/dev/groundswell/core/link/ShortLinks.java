package dev.groundswell.core.link;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/**
 * The short links of messages. They are made as often as a message is rendered, and kept once it is claimed and before it
 * goes out; so a message that is never sent costs no write.
 */
public interface ShortLinks {

    /** A text message has room for few, and each is a write. */
    int MAX_LINKS = 5;

    /**
     * The links of a message, the same ones whenever they are asked for. Writes nothing, and once the store's secret is
     * known, which is kept in memory, reads nothing.
     *
     * @param targets 1 to {@link #MAX_LINKS}, each one that {@linkplain ShortLink#leadsSafely may be}
     * @return one for each, in their order
     */
    List<ShortLink> prepare(StoreId store, MessageId message, BuyerId buyer, List<URI> targets);

    /**
     * The way out of messages to the message's address: what follows {@link WayOut#PATH} in its address. It is signed and
     * kept nowhere, and stays good for ever.
     */
    WayOut wayOut(StoreId store, MessageId message);

    /** Keeps them, so that they lead somewhere. Only before their messages go out: clicks that they had are forgotten. */
    void write(StoreId store, Collection<ShortLink> links);
}
