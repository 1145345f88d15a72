package dev.groundswell.core.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign is sent, in the store's zone.
 *
 * @param at         when it is launched; absent: as soon as it is scheduled
 * @param catchUp    how much later it may still be launched, if nothing could be launched then
 * @param validUntil from when on nobody is sent it any more; absent: never
 */
public record Timing(
        @Nullable LocalDateTime at,
        Duration catchUp,
        @Nullable LocalDateTime validUntil) {

    public Timing {
        if (catchUp.isNegative() || catchUp.compareTo(CampaignLimits.MAX_CATCH_UP) > 0) {
            throw new IllegalArgumentException(
                    "A launch is caught up with within 0 to " + CampaignLimits.MAX_CATCH_UP.toHours() + " hours.");
        }
    }

    /** A time that clocks skip is moved on by what they skip; of one that comes twice, the first. */
    Instant launchAt(ZoneId zone, Instant now) {
        return at == null ? now : at.atZone(zone).toInstant();
    }

    Optional<Instant> endsAt(ZoneId zone) {
        return Optional.ofNullable(validUntil).map(time -> time.atZone(zone).toInstant());
    }
}
