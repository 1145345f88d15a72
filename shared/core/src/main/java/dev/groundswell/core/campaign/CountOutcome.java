package dev.groundswell.core.campaign;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.receipt.OutcomeCounter;
import dev.groundswell.core.store.StoreId;
import java.util.Map;

/**
 * Counts what is reported of a campaign's message after it was sent. Of one that had been unknown, what it cost is settled too.
 * Messages that are of no campaign are left alone.
 */
public final class CountOutcome implements OutcomeCounter {

    private final Campaigns campaigns;
    private final CampaignChunks chunks;
    private final SettleChunk settling;

    public CountOutcome(Campaigns campaigns, CampaignChunks chunks, SettleChunk settling) {
        this.campaigns = campaigns;
        this.chunks = chunks;
        this.settling = settling;
    }

    @Override
    public void count(StoreId store, Message message) {
        var campaign = CampaignId.of(message.id());
        var place = ChunkKey.Place.parse(message.facts().place());
        var learnt = Learnt.of(message);
        if (campaign.isPresent() && place.isPresent() && learnt.isPresent()) {
            count(store, campaign.get(), place.get(), learnt.get());
        }
    }

    private void count(StoreId store, CampaignId campaign, ChunkKey.Place place, Learnt learnt) {
        for (var attempt = 0; attempt < CampaignLimits.MAX_ATTEMPTS; attempt++) {
            var found = chunks.find(store, campaign, place.chunk());
            if (found.isEmpty()) {
                return;
            }
            var chunk = found.get();
            var changed = chunk.with(Map.of(place.member(), learnt), chunk.heldUntil());
            var isKnown = changed.outcomes().equals(chunk.outcomes());
            if (isKnown || chunks.save(store, campaign, changed)) {
                // Where it is known already, whoever wrote it down may have died before settling it.
                if (isKnown || !changed.bill().equals(chunk.bill())) {
                    settle(store, campaign, place.chunk());
                }
                return;
            }
        }
        throw new IllegalStateException(
                "Chunk " + place.chunk() + " of campaign " + campaign + " changes all the time.");
    }

    private void settle(StoreId store, CampaignId campaign, ChunkKey chunk) {
        campaigns
                .find(store, campaign)
                .flatMap(found -> found.state().run())
                .ifPresent(run -> settling.settle(store, campaign, run, chunk));
    }
}
