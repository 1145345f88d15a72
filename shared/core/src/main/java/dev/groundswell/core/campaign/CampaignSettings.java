package dev.groundswell.core.campaign;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.message.text.Wording;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is to do.
 *
 * @param name            as people call it: 1 to {@link CampaignLimits#MAX_NAME} characters
 * @param segment         the id of the segment that the rule was taken from; absent if it was written for this
 * @param rule            who gets it, as the text language writes it
 * @param holdOutPercent  of the audience who get nothing, so that the others can be compared with them
 * @param timing          when it is sent
 * @param boughtSince     whose purchase makes it pointless
 * @param outsideHours    what becomes of a message outside of the store's sending hours; absent: as the store's settings say
 * @param consentRequired whether only those who said yes get it; absent: as the store's settings say
 * @param link            where {@code {{link}}} leads; each recipient has a short link of their own
 * @param attribution     how long after a click a payment counts as the campaign's
 */
public record CampaignSettings(
        String name,
        MessageKind kind,
        @Nullable String segment,
        String rule,
        Wording wording,
        int holdOutPercent,
        Timing timing,
        BoughtSince boughtSince,
        @Nullable Outside outsideHours,
        @Nullable Boolean consentRequired,
        @Nullable URI link,
        Duration attribution) {

    public CampaignSettings {
        if (name.isBlank() || name.length() > CampaignLimits.MAX_NAME) {
            throw new IllegalArgumentException(
                    "A campaign's name has 1 to " + CampaignLimits.MAX_NAME + " characters.");
        }
        if (holdOutPercent < 0 || holdOutPercent > CampaignLimits.MAX_HOLD_OUT_PERCENT) {
            throw new IllegalArgumentException(
                    "Of an audience 0 to " + CampaignLimits.MAX_HOLD_OUT_PERCENT + " percent are held out.");
        }
    }

    public Channel channel() {
        return wording.channel();
    }
}
