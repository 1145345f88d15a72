package dev.groundswell.core.link;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
     * @param of of whose clicks it is then {@linkplain #clicked listed}
     * @return the link with it; empty if there is no such link
     */
    Optional<KeptLink> click(StoreId store, LinkCode code, Optional<String> of, Instant at);

    /**
     * The links of one sender that were clicked, in the order of the clicks that were counted first; a moment may pass before
     * one is there.
     *
     * @param of    the same as at the clicks
     * @param after the place of the last one before; empty: from the beginning
     */
    List<Listed> clicked(StoreId store, String of, Optional<String> after, int limit);

    /**
     * A link in a list.
     *
     * @param place where it stands there, which never changes: 1 to 60 letters, digits, and {@code :.-!}
     */
    record Listed(KeptLink link, String place) {}
}
