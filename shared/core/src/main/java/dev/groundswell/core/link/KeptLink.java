package dev.groundswell.core.link;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A short link and the clicks on it.
 *
 * @param clicks when, to the millisecond; at most {@link Links#MAX_CLICKS}
 */
public record KeptLink(ShortLink link, SortedSet<Instant> clicks) {

    public KeptLink {
        clicks = Collections.unmodifiableSortedSet(new TreeSet<>(clicks));
    }

    public Optional<Instant> firstClickAt() {
        return clicks.isEmpty() ? Optional.empty() : Optional.of(clicks.first());
    }
}
