package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.CampaignChunks.Summary;
import dev.groundswell.core.message.ExclusionReason;
import java.util.List;

/**
 * How far a campaign is. Every member of the audience is in exactly one of the counts.
 *
 * @param audience its members; 0 until it is frozen
 */
public record CampaignProgress(long audience, OutcomeCounts counts) {

    /** @param chunks of the campaign; those that are not there yet have members who wait */
    static CampaignProgress of(Campaign campaign, List<Summary> chunks) {
        var known = chunks.stream().map(Summary::counts).reduce(OutcomeCounts.NONE, OutcomeCounts::plus);
        var audience = campaign.state().run().map(Run::members).orElse(0L);
        var all = known.plusWaiting(audience - known.members());
        return new CampaignProgress(
                audience, campaign.state().isUnsent() ? all.closed(ExclusionReason.CANCELLED) : all);
    }
}
