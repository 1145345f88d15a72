package dev.groundswell.core.link;

import dev.groundswell.core.contact.Channel;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person's history tells of a link that the person followed.
 *
 * @param channel     of the message that it stood in
 * @param attribution for whom payments count that follow
 * @param clicks      how many are known, 1 to {@link Links#MAX_CLICKS}. None is ever taken back, so of two tellings the one with
 *                    more clicks is the later one
 */
public record ClickedLink(
        LinkCode code,
        Channel channel,
        Optional<Attribution> attribution,
        int clicks,
        Instant firstAt,
        Instant lastAt) {

    /** @param kept with at least one click */
    static ClickedLink of(KeptLink kept, Optional<Attribution> attribution) {
        return new ClickedLink(
                kept.link().code(),
                kept.link().message().address().channel(),
                attribution,
                kept.clicks().size(),
                kept.clicks().first(),
                kept.clicks().last());
    }
}
