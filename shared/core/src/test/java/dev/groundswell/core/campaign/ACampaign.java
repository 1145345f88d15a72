package dev.groundswell.core.campaign;

import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.message.text.Wording;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Campaigns' settings for tests, put together a word at a time. */
public final class ACampaign {

    private MessageKind kind = MessageKind.NOTICE;
    private Wording wording = new Wording.Sms("Hello {{name}}");
    private int holdOutPercent;
    private @Nullable LocalDateTime at;
    private Duration catchUp = Duration.ofHours(1);
    private @Nullable LocalDateTime validUntil;
    private BoughtSince boughtSince = new BoughtSince.Never();
    private @Nullable Outside outside;
    private @Nullable Boolean consentRequired;
    private @Nullable URI link;

    public static ACampaign sms(String text) {
        var campaign = new ACampaign();
        campaign.wording = new Wording.Sms(text);
        return campaign;
    }

    public static ACampaign email(String subject, String html, String text) {
        var campaign = new ACampaign();
        campaign.wording = new Wording.Mail(subject, html, text);
        return campaign;
    }

    public ACampaign marketing() {
        kind = MessageKind.MARKETING;
        return this;
    }

    public ACampaign holdingOut(int percent) {
        holdOutPercent = percent;
        return this;
    }

    public ACampaign at(String storeTime) {
        at = LocalDateTime.parse(storeTime);
        return this;
    }

    public ACampaign caughtUpWithin(Duration window) {
        catchUp = window;
        return this;
    }

    public ACampaign validUntil(String storeTime) {
        validUntil = LocalDateTime.parse(storeTime);
        return this;
    }

    public ACampaign notForBuyersSince(Instant instant) {
        boughtSince = new BoughtSince.Since(instant);
        return this;
    }

    public ACampaign notForBuyersSinceLaunch() {
        boughtSince = new BoughtSince.Launch();
        return this;
    }

    public ACampaign outsideHours(Outside what) {
        outside = what;
        return this;
    }

    public ACampaign withConsentOnly() {
        consentRequired = true;
        return this;
    }

    public ACampaign linkingTo(String address) {
        link = URI.create(address);
        return this;
    }

    public CampaignSettings settings() {
        return new CampaignSettings(
                "Autumn, 秋季",
                kind,
                "vip",
                "paid_orders >= 1",
                wording,
                holdOutPercent,
                new Timing(at, catchUp, validUntil),
                boughtSince,
                outside,
                consentRequired,
                link,
                Duration.ofDays(7));
    }
}
