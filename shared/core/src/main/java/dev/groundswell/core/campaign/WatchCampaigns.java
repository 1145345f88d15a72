package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.Campaigns.Due;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every minute: has somebody look at each campaign that is due or under way. So it is launched in time, and neither a lost
 * message nor a worker that died stops it.
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
                .forEach((store, advances) -> steps.wake(store, List.copyOf(advances), Duration.ZERO));
        return due.size();
    }
}
