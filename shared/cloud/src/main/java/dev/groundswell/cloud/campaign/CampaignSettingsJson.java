package dev.groundswell.cloud.campaign;

import dev.groundswell.cloud.json.JsonValues;
import dev.groundswell.core.campaign.BoughtSince;
import dev.groundswell.core.campaign.CampaignSettings;
import dev.groundswell.core.campaign.Timing;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.SendingHours;
import dev.groundswell.core.message.text.Wording;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a campaign is to do, as JSON. */
final class CampaignSettingsJson {

    private static final String NEVER = "NEVER";
    private static final String LAUNCH = "LAUNCH";

    private CampaignSettingsJson() {}

    // ---- written

    static JsonValues write(CampaignSettings settings) {
        return JsonValues.fresh()
                .put("name", settings.name())
                .put("kind", settings.kind().name())
                .put("segment", settings.segment())
                .put("rule", settings.rule())
                .put("wording", wording(settings.wording()))
                .put("holdOutPercent", settings.holdOutPercent())
                .put("at", text(settings.timing().at()))
                .put("catchUp", settings.timing().catchUp().toString())
                .put("validUntil", text(settings.timing().validUntil()))
                .put("boughtSince", boughtSince(settings.boughtSince()))
                .put("outsideHours", text(settings.outsideHours()))
                .put("consentRequired", settings.consentRequired())
                .put("link", text(settings.link()))
                .put("attribution", settings.attribution().toString());
    }

    private static @Nullable String text(@Nullable Object value) {
        return Objects.toString(value, null);
    }

    private static JsonValues wording(Wording wording) {
        return switch (wording) {
            case Wording.Sms(var text) -> JsonValues.fresh().put("text", text);
            case Wording.Mail(var subject, var html, var text) ->
                JsonValues.fresh().put("subject", subject).put("html", html).put("text", text);
        };
    }

    private static String boughtSince(BoughtSince since) {
        return switch (since) {
            case BoughtSince.Never() -> NEVER;
            case BoughtSince.Launch() -> LAUNCH;
            case BoughtSince.Since(var instant) -> instant.toString();
        };
    }

    // ---- read

    static CampaignSettings read(JsonValues json) {
        return new CampaignSettings(
                json.text("name"),
                MessageKind.valueOf(json.text("kind")),
                json.textOrNull("segment"),
                json.text("rule"),
                readWording(json.object("wording")),
                (int) json.number("holdOutPercent"),
                new Timing(time(json, "at"), Duration.parse(json.text("catchUp")), time(json, "validUntil")),
                readBoughtSince(json.text("boughtSince")),
                Optional.ofNullable(json.textOrNull("outsideHours"))
                        .map(SendingHours.Outside::valueOf)
                        .orElse(null),
                json.flagOrNull("consentRequired"),
                Optional.ofNullable(json.textOrNull("link")).map(URI::create).orElse(null),
                Duration.parse(json.text("attribution")));
    }

    private static @Nullable LocalDateTime time(JsonValues json, String name) {
        return Optional.ofNullable(json.textOrNull(name))
                .map(LocalDateTime::parse)
                .orElse(null);
    }

    private static Wording readWording(JsonValues json) {
        var subject = json.textOrNull("subject");
        return subject == null
                ? new Wording.Sms(json.text("text"))
                : new Wording.Mail(subject, json.text("html"), json.text("text"));
    }

    private static BoughtSince readBoughtSince(String text) {
        return switch (text) {
            case NEVER -> new BoughtSince.Never();
            case LAUNCH -> new BoughtSince.Launch();
            case String instant -> new BoughtSince.Since(Instant.parse(instant));
        };
    }
}
