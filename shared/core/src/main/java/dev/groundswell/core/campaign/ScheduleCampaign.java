package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.CampaignState.Draft;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.text.AudienceFigures;
import dev.groundswell.core.message.text.CheckMessage;
import dev.groundswell.core.message.text.MessageQuestion;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.message.text.Problem;
import dev.groundswell.core.message.text.Problem.Severity;
import dev.groundswell.core.segment.freeze.MemberVariables;
import dev.groundswell.core.store.Store;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Schedules a draft: it is launched at its time, or at once. */
public final class ScheduleCampaign {

    /** To one number of each, where a test is required: each carrier has words of its own that it stops. */
    public static final Set<String> TESTED_CARRIERS = Set.of("China Mobile", "China Telecom", "China Unicom");

    private final Campaigns campaigns;
    private final CampaignSteps steps;
    private final MessageSettingsStore settings;
    private final InstantSource time;
    private final CheckMessage checking = new CheckMessage();

    public ScheduleCampaign(
            Campaigns campaigns, CampaignSteps steps, MessageSettingsStore settings, InstantSource time) {
        this.campaigns = campaigns;
        this.steps = steps;
        this.settings = settings;
        this.time = time;
    }

    /** What came of it. */
    public sealed interface Result {
        record Done(Campaign campaign) implements Result {}

        record NotFound() implements Result {}

        /** It is no draft. */
        record NotADraft(Campaign asItIs) implements Result {}

        /** Its time, and what may be caught up with, is over. */
        record TooLate() implements Result {}

        /** @param missing to whom it is to be sent for a test first */
        record Untested(Set<String> missing) implements Result {

            public Untested {
                missing = Set.copyOf(missing);
            }
        }

        /** @param problems for which the message cannot be sent so: a word that carriers stop, say, or variables in a peak */
        record Faulty(List<Problem> problems) implements Result {

            public Faulty {
                problems = List.copyOf(problems);
            }
        }
    }

    public Result schedule(Store store, CampaignId id) {
        for (var attempt = 0; attempt < CampaignLimits.MAX_ATTEMPTS; attempt++) {
            var campaign = campaigns.find(store.id(), id);
            if (campaign.isEmpty()) {
                return new Result.NotFound();
            }
            var result = result(store, campaign.get());
            if (!(result instanceof Result.Done(var scheduled))) {
                return result;
            }
            if (campaigns.save(store, scheduled)) {
                steps.wake(store.id(), List.of(new CampaignStep.Advance(id)), Duration.ZERO);
                return result;
            }
        }
        throw new IllegalStateException("Campaign " + id + " changes all the time.");
    }

    private Result result(Store store, Campaign campaign) {
        if (!(campaign.state() instanceof Draft draft)) {
            return new Result.NotADraft(campaign);
        }
        var missing = missingTests(store, campaign);
        if (!missing.isEmpty()) {
            return new Result.Untested(missing);
        }
        var now = time.instant();
        var timing = campaign.settings().timing();
        var launchAt = timing.launchAt(store.zone(), now);
        var faults = faults(store, campaign.settings(), launchAt);
        if (!faults.isEmpty()) {
            return new Result.Faulty(faults);
        }
        var launchUntil = launchAt.plus(timing.catchUp());
        var isOver =
                timing.endsAt(store.zone()).filter(end -> !end.isAfter(now)).isPresent();
        return launchUntil.isBefore(now) || isOver
                ? new Result.TooLate()
                : new Result.Done(campaign.in(draft.schedule(launchAt, launchUntil), now));
    }

    private List<Problem> faults(Store store, CampaignSettings wanted, Instant launchAt) {
        var question = new MessageQuestion(
                store,
                wanted.wording(),
                wanted.kind(),
                settings.find(store.id()),
                MemberVariables.IN_MESSAGES,
                Optional.ofNullable(wanted.link()).map(URI::toString),
                Optional.of(launchAt),
                false,
                AudienceFigures.NONE);
        return checking.check(question).problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    private Set<String> missingTests(Store store, Campaign campaign) {
        if (!settings.find(store.id()).testRequired()) {
            return Set.of();
        }
        if (campaign.settings().channel() == Channel.EMAIL) {
            return campaign.tested().isEmpty() ? Set.of("EMAIL") : Set.of();
        }
        var missing = new TreeSet<>(TESTED_CARRIERS);
        missing.removeAll(campaign.tested());
        return missing;
    }
}
