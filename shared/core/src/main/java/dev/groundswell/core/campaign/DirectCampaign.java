package dev.groundswell.core.campaign;

import dev.groundswell.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Pauses campaigns, has them go on, and ends them: messages that are not on their way to a provider at that moment stay here. */
public final class DirectCampaign {

    private final Campaigns campaigns;
    private final CampaignSteps steps;
    private final InstantSource time;

    public DirectCampaign(Campaigns campaigns, CampaignSteps steps, InstantSource time) {
        this.campaigns = campaigns;
        this.steps = steps;
        this.time = time;
    }

    /** What came of it. */
    public sealed interface Result {
        record Done(Campaign campaign) implements Result {}

        record NotFound() implements Result {}

        /** It is in a state in which this cannot be done. */
        record NotPossible(Campaign asItIs) implements Result {}
    }

    public Result pause(Store store, CampaignId id) {
        return change(store, id, Campaign::paused);
    }

    public Result resume(Store store, CampaignId id) {
        return change(store, id, Campaign::resumed);
    }

    public Result cancel(Store store, CampaignId id) {
        return change(store, id, Campaign::cancelled);
    }

    private Result change(Store store, CampaignId id, BiFunction<Campaign, Instant, Optional<Campaign>> change) {
        for (var attempt = 0; attempt < CampaignLimits.MAX_ATTEMPTS; attempt++) {
            var campaign = campaigns.find(store.id(), id);
            if (campaign.isEmpty()) {
                return new Result.NotFound();
            }
            var changed = change.apply(campaign.get(), time.instant());
            if (changed.isEmpty()) {
                return new Result.NotPossible(campaign.get());
            }
            if (campaigns.save(store, changed.get())) {
                steps.wake(store.id(), List.of(new CampaignStep.Advance(id)), Duration.ZERO);
                return new Result.Done(changed.get());
            }
        }
        throw new IllegalStateException("Campaign " + id + " changes all the time.");
    }
}
