package dev.groundswell.core.campaign;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.receipt.OutcomeCounter;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
        count(store, List.of(message));
    }

    /** Those of one chunk in one write. */
    @Override
    public void count(StoreId store, Collection<Message> reported) {
        var byChunk = new LinkedHashMap<Where, Map<Integer, Learnt>>();
        for (var message : reported) {
            var campaign = CampaignId.of(message.id());
            var place = ChunkKey.Place.parse(message.facts().place());
            var learnt = Learnt.of(message);
            if (campaign.isPresent() && place.isPresent() && learnt.isPresent()) {
                var chunk = new Where(campaign.get(), place.get().chunk());
                byChunk.computeIfAbsent(chunk, _ -> new HashMap<>())
                        .merge(place.get().member(), learnt.get(), CountOutcome::theOneThatCounts);
            }
        }
        byChunk.forEach((chunk, learnt) -> count(store, chunk, learnt));
    }

    private record Where(CampaignId campaign, ChunkKey chunk) {}

    /** Of a message and of the same one sent again. */
    private static Learnt theOneThatCounts(Learnt one, Learnt other) {
        return other.outcome().overrules(one.outcome()) ? other : one;
    }

    private void count(StoreId store, Where where, Map<Integer, Learnt> learnt) {
        for (var attempt = 0; attempt < CampaignLimits.MAX_ATTEMPTS; attempt++) {
            var found = chunks.find(store, where.campaign(), where.chunk());
            if (found.isEmpty()) {
                return;
            }
            var chunk = found.get();
            var changed = chunk.with(learnt, chunk.heldUntil());
            var isKnown = changed.outcomes().equals(chunk.outcomes());
            if (isKnown || chunks.save(store, where.campaign(), changed)) {
                // Where it is known already, whoever wrote it down may have died before settling it.
                if (isKnown || !changed.bill().equals(chunk.bill())) {
                    settle(store, where.campaign(), where.chunk());
                }
                return;
            }
        }
        throw new IllegalStateException(
                "Chunk " + where.chunk() + " of campaign " + where.campaign() + " changes all the time.");
    }

    private void settle(StoreId store, CampaignId campaign, ChunkKey chunk) {
        campaigns
                .find(store, campaign)
                .flatMap(found -> found.state().run())
                .ifPresent(run -> settling.settle(store, campaign, run, chunk));
    }
}
