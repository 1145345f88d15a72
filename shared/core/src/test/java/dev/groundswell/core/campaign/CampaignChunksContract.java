package dev.groundswell.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.segment.freeze.FrozenRange;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link CampaignChunks} does, whatever keeps them. */
public abstract class CampaignChunksContract {

    private static final CampaignId CAMPAIGN = new CampaignId("20261111T000000Z-0000000b");
    private static final CampaignId OTHER = new CampaignId("20261111T000000Z-0000000c");
    private static final Instant LATER = Instant.parse("2026-11-11T00:01:00Z");

    protected abstract CampaignChunks chunks();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static Chunk chunk(int shard, int number) {
        var range = new FrozenRange(new RangeId(shard, 0), "attempt", 5, 12, "hash");
        var outcomes = MemberOutcomes.waiting(3).with(Map.of(1, MemberOutcome.excluded(ExclusionReason.HOLD_OUT)));
        return Chunk.planned(new Chunk.Id(range, number), outcomes, 4, 20);
    }

    private Chunk added(Chunk chunk) {
        chunks().add(store(), CAMPAIGN, chunk);
        return chunk;
    }

    private Optional<Chunk> found(Chunk chunk) {
        return chunks().find(store(), CAMPAIGN, chunk.key());
    }

    /** One member sent two parts to, one unknown, and a payment begun. */
    private static Chunk changed(Chunk chunk) {
        var sent = new Learnt(MemberOutcome.SENT, 2, Optional.of(new Parts.Taken("one", 2)));
        var unknown = new Learnt(MemberOutcome.UNKNOWN, 2, Optional.empty());
        return chunk.with(Map.of(0, sent, 2, unknown), LATER)
                .paying(new Payment(1, 5, 6, Optional.of(new Payment.Step(1, 2))));
    }

    @Nested
    class AChunk {

        @Test
        void isFoundAsItWasAdded() {
            var chunk = added(chunk(3, 0));

            assertThat(found(chunk)).contains(chunk);
            assertThat(chunks().find(store(), OTHER, chunk.key())).isEmpty();
            assertThat(chunks().find(new StoreId("elsewhere"), CAMPAIGN, chunk.key()))
                    .isEmpty();
        }

        @Test
        void isAddedOnce() {
            var chunk = added(chunk(3, 0));
            var held = chunk.held(LATER);
            assertThat(chunks().save(store(), CAMPAIGN, held)).isTrue();

            added(chunk);
            assertThat(found(chunk)).contains(held);
        }

        @Test
        void isReplacedByItsNextRevisionOnly() {
            var chunk = added(chunk(3, 0));
            var held = chunk.held(LATER);
            var changed = changed(held);
            var third =
                    new Chunk(chunk.id(), changed.outcomes(), chunk.planned(), changed.bill(), changed.heldUntil(), 3);

            assertThat(chunks().save(store(), CAMPAIGN, third)).isFalse();
            assertThat(chunks().save(store(), CAMPAIGN, held)).isTrue();
            assertThat(chunks().save(store(), CAMPAIGN, held)).isFalse();
            assertThat(chunks().save(store(), CAMPAIGN, third)).isTrue();
            assertThat(found(chunk)).contains(third);
        }

        @Test
        void isNotSavedWhereNoneWasAdded() {
            assertThat(chunks().save(store(), CAMPAIGN, chunk(3, 0).held(LATER)))
                    .isFalse();
        }
    }

    @Nested
    class Summaries {

        @Test
        void areOfAllByKeyAndSayWhatTheChunksSay() {
            var last = added(chunk(12, 0));
            var second = added(chunk(3, 1));
            var third = added(chunk(3, 11));
            var held = third.held(LATER);
            chunks().save(store(), CAMPAIGN, held);
            var changed = changed(held);
            chunks().save(
                            store(),
                            CAMPAIGN,
                            new Chunk(
                                    held.id(),
                                    changed.outcomes(),
                                    held.planned(),
                                    changed.bill(),
                                    changed.heldUntil(),
                                    3));

            assertThat(chunks().summaries(store(), CAMPAIGN))
                    .containsExactly(
                            CampaignChunks.Summary.of(second),
                            CampaignChunks.Summary.of(changed),
                            CampaignChunks.Summary.of(last));
        }
    }

    @Nested
    class Plans {

        @Test
        void areFoundByRangeAndKeptOnce() {
            var second = new RangePlan(new RangeId(12, 0), 1, 3, 4, 20);
            var first = new RangePlan(new RangeId(3, 0), 12, 5, 40, 200);
            chunks().add(store(), CAMPAIGN, second);
            chunks().add(store(), CAMPAIGN, first);
            chunks().add(store(), CAMPAIGN, new RangePlan(new RangeId(3, 0), 1, 1, 1, 1));

            assertThat(chunks().plans(store(), CAMPAIGN)).containsExactly(first, second);
            assertThat(chunks().summaries(store(), CAMPAIGN)).isEmpty();
        }
    }
}
