package dev.groundswell.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.link.Attribution;
import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CampaignAttributionsTest {

    private static final Instant NOW = Instant.parse("2026-11-11T00:00:00Z");
    private static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneOffset.UTC);
    private static final CampaignId CAMPAIGN = new CampaignId("20261111T000000Z-0000000a");

    private final CampaignsInMemory campaigns = new CampaignsInMemory();
    private final CampaignAttributions attributions = new CampaignAttributions(campaigns);
    private final CampaignSettings settings = ACampaign.sms("Hello").settings();
    private final MessageId message = AMessage.sms(CAMPAIGN.value(), 1).id();

    @BeforeEach
    void save() {
        campaigns.save(STORE, Campaign.draft(CAMPAIGN, settings, "ann", NOW));
    }

    @Test
    void aClickCountsForTheCampaignWithinItsTimeAlsoInAMessageThatWasSentAgain() {
        var expected = new Attribution(CAMPAIGN.purpose(), settings.attribution());

        assertThat(attributions.of(STORE.id(), message)).contains(expected);
        assertThat(attributions.of(STORE.id(), message.again())).contains(expected);
    }

    @Test
    void aClickInATestOrInAMessageOfNoCampaignCountsForNobody() {
        assertThat(attributions.of(STORE.id(), new MessageId(message.address(), CAMPAIGN.purposeOfTest("1"))))
                .isEmpty();
        assertThat(attributions.of(
                        STORE.id(), AMessage.sms("20261111T000000Z-0000000b", 1).id()))
                .isEmpty();
    }
}
