package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.campaign.BoughtSince;
import dev.groundswell.core.campaign.CampaignState;
import dev.groundswell.core.campaign.CampaignState.Failed;
import dev.groundswell.core.campaign.CampaignState.Freezing;
import dev.groundswell.core.campaign.CampaignState.Planning;
import dev.groundswell.core.campaign.ReportProgress;
import dev.groundswell.core.campaign.Run;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.metrics.ClickCounters;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.page.PageArguments;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class CampaignResolver extends ObjectResolver<StoreCampaign> {

    private final ReportProgress progress;
    private final ClickCounters clicks;
    private final ClickedLinkPages clickedLinks;
    private final Background background;

    CampaignResolver(
            ReportProgress progress, ClickCounters clicks, ClickedLinkPages clickedLinks, Background background) {
        super("Campaign", StoreCampaign.class);
        this.progress = progress;
        this.clicks = clicks;
        this.clickedLinks = clickedLinks;
        this.background = background;
    }

    @Override
    protected @Nullable Object resolve(String field, StoreCampaign of, Supplier<DataFetchingEnvironment> query) {
        var campaign = of.campaign();
        return switch (field) {
            case "id" -> campaign.id().value();
            case "tested" -> campaign.tested().stream().sorted().toList();
            case "status" -> campaign.status();
            case "createdBy" -> campaign.createdBy();
            case "createdAt" -> campaign.createdAt();
            case "changedAt" -> campaign.changedAt();
            case "revision" -> campaign.revision();
            case "progress" -> background.call(() -> progress.of(of.store().id(), campaign));
            case "results" -> background.call(() -> results(of));
            case "clickedLinks" -> {
                var arguments = PageArguments.of(query.get());
                yield background.call(() -> clickedLinks.page(of, arguments));
            }
            case "launchedAt" -> launchedAt(campaign.state());
            case "audienceId" -> run(of).map(run -> run.audience().value()).orElse(null);
            case "parts" -> costed(of).map(run -> run.cost().parts()).orElse(null);
            case "cost" -> costed(of).map(run -> of.money(run.cost().amount())).orElse(null);
            case "failure" -> campaign.state() instanceof Failed failed ? failed.reason() : null;
            default -> setting(field, of);
        };
    }

    private CampaignResults results(StoreCampaign of) {
        return new CampaignResults(
                of, clicks.after(of.store().id(), of.campaign().id().purpose()));
    }

    private @Nullable Object setting(String field, StoreCampaign of) {
        var settings = of.campaign().settings();
        return switch (field) {
            case "name" -> settings.name();
            case "channel" -> settings.channel();
            case "kind" -> settings.kind();
            case "segmentId" -> settings.segment();
            case "query" -> settings.rule();
            case "sms" -> settings.wording() instanceof Wording.Sms sms ? sms : null;
            case "email" -> settings.wording() instanceof Wording.Mail mail ? mail : null;
            case "holdOutPercent" -> settings.holdOutPercent();
            case "at" -> of.instant(settings.timing().at());
            case "catchUpMinutes" -> settings.timing().catchUp().toMinutes();
            case "validUntil" -> of.instant(settings.timing().validUntil());
            case "excludeBoughtSinceLaunch" -> settings.boughtSince() instanceof BoughtSince.Launch;
            case "excludeBoughtSince" ->
                settings.boughtSince() instanceof BoughtSince.Since(var instant) ? instant : null;
            case "outsideHours" -> settings.outsideHours();
            case "consentRequired" -> settings.consentRequired();
            case "link" ->
                Optional.ofNullable(settings.link()).map(URI::toString).orElse(null);
            case "attributionDays" -> settings.attribution().toDays();
            default -> throw withoutCase(field);
        };
    }

    private static Optional<Run> run(StoreCampaign of) {
        return of.campaign().state().run();
    }

    /** From when its cost is known. */
    private static Optional<Run> costed(StoreCampaign of) {
        return of.campaign().state() instanceof Planning ? Optional.empty() : run(of);
    }

    private static @Nullable Instant launchedAt(CampaignState state) {
        return state instanceof Freezing freezing
                ? freezing.launchedAt()
                : state.run().map(Run::launchedAt).orElse(null);
    }
}
