package dev.groundswell.bench.send;

import dev.groundswell.core.campaign.BoughtSince;
import dev.groundswell.core.campaign.Campaign;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignSettings;
import dev.groundswell.core.campaign.CampaignState;
import dev.groundswell.core.campaign.Timing;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.segment.freeze.AudienceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A campaign that was launched, and whose audience lies ready frozen. */
final class FrozenCampaign {

    private static final Wording SMS = new Wording.Sms("{{name}}，双十一会场已开，老客满199减30，先付先发。");
    private static final Wording MAIL = new Wording.Mail(
            "{{name}}，双十一会场已开",
            "<p>{{name}}，老客满199减30，先付先发。</p><p><a href=\"{{unsubscribe_link}}\">退订</a></p>",
            "{{name}}，老客满199减30，先付先发。退订：{{unsubscribe_link}}");

    private FrozenCampaign() {}

    static Campaign of(Channel channel, AudienceId audience, Instant now) {
        var state = new CampaignState.Freezing(now, Optional.of(audience));
        var id = CampaignId.of(now, RandomGenerator.getDefault());
        return new Campaign(id, settings(channel), state, Set.of(), "bench", now, now, 1);
    }

    private static CampaignSettings settings(Channel channel) {
        return new CampaignSettings(
                "bench",
                MessageKind.MARKETING,
                null,
                "everyone",
                channel == Channel.SMS ? SMS : MAIL,
                0,
                new Timing(null, Duration.ZERO, null),
                new BoughtSince.Launch(),
                null,
                null,
                null,
                Duration.ofDays(3));
    }
}
