package dev.groundswell.core.link;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The short links that lead somewhere. */
public interface Links {

    /** Links are kept as long as the messages that they stand in. */
    int KEPT_DAYS = 400;

    /** So many clicks of one link are told apart; a person's phone makes few, and whoever posts the link makes any number. */
    int MAX_CLICKS = 200;

    Optional<KeptLink> find(StoreId store, LinkCode code);

    /** Keeps them, without clicks. */
    void write(StoreId store, Collection<ShortLink> links);

    /**
     * Notes a click, as one of those at this millisecond; again, nothing changes, nor beyond {@link #MAX_CLICKS}.
     *
     * @return the link with it; empty if there is no such link
     */
    Optional<KeptLink> click(StoreId store, LinkCode code, Instant at);
}
