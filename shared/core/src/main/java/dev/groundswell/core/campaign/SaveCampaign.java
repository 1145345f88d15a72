package dev.groundswell.core.campaign;

import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.message.text.MessageTemplate;
import dev.groundswell.core.message.text.TemplateReading;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Saves a new campaign, or other settings of one that is not launched; it is a draft then. */
public final class SaveCampaign {

    private final Campaigns campaigns;
    private final MessageSettingsStore settings;
    private final InstantSource time;
    private final RandomGenerator random;

    public SaveCampaign(
            Campaigns campaigns, MessageSettingsStore settings, InstantSource time, RandomGenerator random) {
        this.campaigns = campaigns;
        this.settings = settings;
        this.time = time;
        this.random = random;
    }

    /**
     * What is to be saved.
     *
     * @param id       of the campaign to change; null for a new one
     * @param revision that was changed; null to change whatever there is
     */
    public record Request(@Nullable CampaignId id, @Nullable Long revision, CampaignSettings settings, String by) {}

    /** What is wrong with the settings. */
    public enum Misfit {
        RULE,
        WORDING,
        LINK,
        TIMING,
        ATTRIBUTION
    }

    /** What came of it. */
    public sealed interface Result {
        record Saved(Campaign campaign) implements Result {}

        /** Somebody has saved another revision meanwhile, or it is launched; nothing was saved. */
        record Changed(Campaign asItIs) implements Result {}

        record NotFound() implements Result {}

        /** @param message a sentence that says what would be right */
        record Refused(Misfit misfit, String message) implements Result {}
    }

    public Result save(Store store, Request request) {
        return refused(store, request.settings()).orElseGet(() -> kept(store, request));
    }

    private Result kept(Store store, Request request) {
        var now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        return request.id() == null
                ? added(store, request, now)
                : campaigns
                        .find(store.id(), request.id())
                        .map(asItIs -> changed(store, request, asItIs, now))
                        .orElseGet(Result.NotFound::new);
    }

    private Result added(Store store, Request request, Instant now) {
        var fresh = Campaign.draft(CampaignId.of(now, random), request.settings(), request.by(), now);
        if (!campaigns.save(store, fresh)) {
            throw new IllegalStateException("The id " + fresh.id() + ", drawn by chance, is taken.");
        }
        return new Result.Saved(fresh);
    }

    private Result changed(Store store, Request request, Campaign asItIs, Instant now) {
        var isOther = request.revision() != null && request.revision() != asItIs.revision();
        var changed = isOther ? Optional.<Campaign>empty() : asItIs.with(request.settings(), now);
        return changed.filter(campaign -> campaigns.save(store, campaign))
                .<Result>map(Result.Saved::new)
                .orElseGet(() -> new Result.Changed(
                        campaigns.find(store.id(), asItIs.id()).orElseThrow()));
    }

    // ---- what is right

    private Optional<Result> refused(Store store, CampaignSettings wanted) {
        return rule(wanted)
                .or(() -> wording(store, wanted))
                .or(() -> link(wanted))
                .or(() -> timing(store, wanted))
                .or(() -> attribution(wanted))
                .map(refused -> refused);
    }

    private static Optional<Result.Refused> rule(CampaignSettings wanted) {
        return switch (RuleText.read(wanted.rule())) {
            case RuleReading.Read _ -> Optional.empty();
            case RuleReading.Refused(var errors) ->
                Optional.of(new Result.Refused(Misfit.RULE, errors.getFirst().message()));
        };
    }

    private Optional<Result.Refused> wording(Store store, CampaignSettings wanted) {
        var frame = settings.find(store.id()).frame();
        return switch (MessageTemplate.read(wanted.wording(), wanted.kind(), frame)) {
            case TemplateReading.Read _ -> Optional.empty();
            case TemplateReading.Refused(var errors) ->
                Optional.of(new Result.Refused(Misfit.WORDING, errors.getFirst().message()));
        };
    }

    private static Optional<Result.Refused> link(CampaignSettings wanted) {
        var link = wanted.link();
        return link == null || ShortLink.leadsSafely(link)
                ? Optional.empty()
                : Optional.of(new Result.Refused(
                        Misfit.LINK, "A link is an absolute https address of at most 2,000 characters."));
    }

    private Optional<Result.Refused> timing(Store store, CampaignSettings wanted) {
        var timing = wanted.timing();
        var now = time.instant();
        var launchAt = timing.launchAt(store.zone(), now);
        if (launchAt.isAfter(now.plus(CampaignLimits.MAX_AHEAD))) {
            return refusedTiming("A campaign is launched within " + CampaignLimits.MAX_AHEAD.toDays() + " days.");
        }
        var ends = timing.endsAt(store.zone());
        return ends.isPresent() && !ends.get().isAfter(launchAt)
                ? refusedTiming("A campaign ends after it is launched.")
                : Optional.empty();
    }

    private static Optional<Result.Refused> refusedTiming(String message) {
        return Optional.of(new Result.Refused(Misfit.TIMING, message));
    }

    private static Optional<Result.Refused> attribution(CampaignSettings wanted) {
        var window = wanted.attribution();
        return window.compareTo(Duration.ZERO) > 0 && window.compareTo(CampaignLimits.MAX_ATTRIBUTION) <= 0
                ? Optional.empty()
                : Optional.of(new Result.Refused(
                        Misfit.ATTRIBUTION,
                        "Payments are attributed within up to " + CampaignLimits.MAX_ATTRIBUTION.toDays() + " days."));
    }
}
