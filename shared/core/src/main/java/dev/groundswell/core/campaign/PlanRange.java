package dev.groundswell.core.campaign;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.campaign.CampaignState.Planning;
import dev.groundswell.core.campaign.MemberMessages.Prepared;
import dev.groundswell.core.link.ShortLinks;
import dev.groundswell.core.segment.freeze.FrozenMembers;
import dev.groundswell.core.segment.freeze.FrozenRange;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Makes the messages of a range once, so that their cost is known before the first is sent, and excludes those members who
 * have no message. Several may do so at once, and come to the same.
 */
public final class PlanRange {

    private final Campaigns campaigns;
    private final CampaignChunks chunks;
    private final FrozenMembers members;
    private final ShortLinks links;

    public PlanRange(Campaigns campaigns, CampaignChunks chunks, FrozenMembers members, ShortLinks links) {
        this.campaigns = campaigns;
        this.chunks = chunks;
        this.members = members;
        this.links = links;
    }

    /** How it ended. */
    public enum Result {
        PLANNED,
        /** The campaign is not being planned, or has no such range. */
        OUT_OF_DATE,
        /** The time was over; what is there by now is not done again. */
        OUT_OF_TIME
    }

    /** @param timeLeft whether there is time for another chunk */
    public Result plan(Store store, CampaignId id, RangeId range, BooleanSupplier timeLeft) {
        var campaign = campaigns.find(store.id(), id).filter(found -> found.state() instanceof Planning);
        if (campaign.isEmpty()) {
            return Result.OUT_OF_DATE;
        }
        var run = campaign.get().state().run().orElseThrow();
        var frozen = members.ranges(store.id(), run.audience()).stream()
                .filter(each -> each.id().equals(range))
                .findFirst();
        return frozen.map(found -> plan(store, campaign.get(), run, found, timeLeft))
                .orElse(Result.OUT_OF_DATE);
    }

    private Result plan(Store store, Campaign campaign, Run run, FrozenRange range, BooleanSupplier timeLeft) {
        var messages = new MemberMessages(store, campaign, run, links);
        var parts = 0L;
        var amount = 0L;
        for (var number = 0; number < range.chunks(); number++) {
            if (!timeLeft.getAsBoolean()) {
                return Result.OUT_OF_TIME;
            }
            var chunk = planned(store, campaign, run, messages, new Chunk.Id(range, number));
            parts += chunk.planned();
            amount += chunk.bill().reserved();
        }
        var plan = new RangePlan(range.id(), range.chunks(), range.members(), parts, amount);
        chunks.add(store.id(), campaign.id(), plan);
        return Result.PLANNED;
    }

    private Chunk planned(Store store, Campaign campaign, Run run, MemberMessages messages, Chunk.Id id) {
        var known = chunks.find(store.id(), campaign.id(), id.key());
        if (known.isPresent()) {
            return known.get();
        }
        var rows = members.chunk(store.id(), run.audience(), id.range(), id.number())
                .rows();
        var chunk = planned(run, messages, id, rows);
        chunks.add(store.id(), campaign.id(), chunk);
        return chunk;
    }

    private static Chunk planned(Run run, MemberMessages messages, Chunk.Id id, List<AudienceRow> rows) {
        var excluded = new HashMap<Integer, MemberOutcome>();
        var parts = IntStream.range(0, rows.size())
                .mapToLong(place -> switch (messages.prepare(rows.get(place), new ChunkKey.Place(id.key(), place))) {
                    case Prepared.Ready ready -> ready.draft().content().parts();
                    case Prepared.Excluded(var reason) -> {
                        excluded.put(place, MemberOutcome.excluded(reason));
                        yield 0;
                    }
                })
                .sum();
        return Chunk.planned(
                id,
                MemberOutcomes.waiting(rows.size()).with(excluded),
                parts,
                run.prices().atMost(parts));
    }
}
