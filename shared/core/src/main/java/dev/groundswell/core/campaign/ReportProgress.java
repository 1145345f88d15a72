package dev.groundswell.core.campaign;

import dev.groundswell.core.store.StoreId;
import java.util.List;

/** Tells how far a campaign is, from what its chunks know. */
public final class ReportProgress {

    private final CampaignChunks chunks;

    public ReportProgress(CampaignChunks chunks) {
        this.chunks = chunks;
    }

    public CampaignProgress of(StoreId store, Campaign campaign) {
        var known = campaign.state().run().isEmpty()
                ? List.<CampaignChunks.Summary>of()
                : chunks.summaries(store, campaign.id());
        return CampaignProgress.of(campaign, known);
    }
}
