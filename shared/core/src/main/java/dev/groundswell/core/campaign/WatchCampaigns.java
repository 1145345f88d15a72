package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.Campaigns.Due;
import dev.groundswell.core.store.StoreId;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every minute: has somebody look at each campaign that is due or under way, at once and some times more before the next minute.
 * So it is launched in time, and neither a lost message nor a worker that died stops it for long.
 */
public final class WatchCampaigns {

    private final Campaigns campaigns;
    private final CampaignSteps steps;
    private final InstantSource time;

    public WatchCampaigns(Campaigns campaigns, CampaignSteps steps, InstantSource time) {
        this.campaigns = campaigns;
        this.steps = steps;
        this.time = time;
    }

    /** At how many. */
    public int watch() {
        var due = campaigns.due(time.instant(), CampaignLimits.WATCHED_AT_ONCE);
        due.stream()
                .collect(Collectors.groupingBy(
                        Due::store,
                        Collectors.mapping(one -> new CampaignStep.Advance(one.campaign()), Collectors.toList())))
                .forEach(this::wake);
        return due.size();
    }

    private void wake(StoreId store, List<CampaignStep.Advance> advances) {
        CampaignLimits.LOOKS_OF_A_MINUTE.forEach(delay -> steps.wake(store, advances, delay));
    }
}
