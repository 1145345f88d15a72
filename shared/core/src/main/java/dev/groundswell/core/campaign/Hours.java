package dev.groundswell.core.campaign;

import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.SendingHours;
import java.util.Optional;

/** When a campaign's messages may go out. */
final class Hours {

    private Hours() {}

    /** The store's hours, with what the campaign says of those outside; empty where there are none. */
    static Optional<SendingHours> of(MessageSettings store, CampaignSettings campaign) {
        var own = campaign.outsideHours();
        return store.hours(campaign.channel(), campaign.kind())
                .map(hours -> own == null
                        ? hours
                        : new SendingHours(hours.channel(), hours.kind(), hours.from(), hours.until(), own));
    }
}
