package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.BlockGoneException;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.segment.CloseLook;
import dev.groundswell.core.segment.Identities;
import dev.groundswell.core.segment.SelectedRow;
import dev.groundswell.core.segment.freeze.FreezeRuns.OpenFreeze;
import dev.groundswell.core.segment.freeze.FrozenAudience.Facts;
import dev.groundswell.core.segment.plan.PlanReading;
import dev.groundswell.core.segment.plan.SegmentPlan;
import dev.groundswell.core.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Writes down the members of a range, under its attempt's name, and has the attempt elected. Of several that do so at once one
 * counts, whole; whoever finds all ranges there makes the audience ready.
 */
public final class FreezeRange {

    private final FreezeRuns runs;
    private final AudienceIndex index;
    private final CloseLook closeLook;
    private final FreezeSizes sizes;
    private final FinishFreeze finish;
    private final InstantSource time;

    public FreezeRange(
            FreezeRuns runs, AudienceIndex index, BuyerHistories histories, FreezeSizes sizes, InstantSource time) {
        this.runs = runs;
        this.index = index;
        this.closeLook = new CloseLook(histories);
        this.sizes = sizes;
        this.finish = new FinishFreeze(runs, time);
        this.time = time;
    }

    /** How it ended. */
    public enum Result {
        /** The range is there, by this attempt or another. */
        FROZEN,
        /** The audience is over, or was never begun. */
        OUT_OF_DATE,
        /** The time was over; the range has to be begun again by another worker. */
        OUT_OF_TIME,
        /** The index as it was fixed is gone: the audience has failed. */
        TOO_LATE
    }

    /**
     * Freezes a range.
     *
     * @param attempt  a name that no other attempt has or had
     * @param timeLeft whether there is time for another thousand members, and for what has to be written at the end
     */
    public Result freeze(Store store, AudienceId id, RangeId range, String attempt, BooleanSupplier timeLeft) {
        var open = runs.open(store.id(), id);
        var start = open.flatMap(OpenFreeze::start);
        if (open.isEmpty() || start.isEmpty()) {
            return Result.OUT_OF_DATE;
        }
        var facts = open.get().facts();
        if (runs.range(store.id(), id, range).isEmpty()) {
            var ended = new Attempt(store, facts, start.get(), range, attempt, timeLeft).write();
            if (ended != Result.FROZEN) {
                return ended;
            }
        }
        finish.finish(store.id(), facts, start.get());
        return Result.FROZEN;
    }

    private final class Attempt {

        private final Store store;
        private final Facts facts;
        private final FreezeStart start;
        private final RangeId range;
        private final String name;
        private final BooleanSupplier timeLeft;
        private final Identities identities;

        Attempt(Store store, Facts facts, FreezeStart start, RangeId range, String name, BooleanSupplier timeLeft) {
            this.store = store;
            this.facts = facts;
            this.start = start;
            this.range = range;
            this.name = name;
            this.timeLeft = timeLeft;
            this.identities = new Identities(index, store.id());
        }

        Result write() {
            try {
                var plan = runs.shard(store.id(), facts.id(), start.attempt(), range.shard());
                var shard =
                        index.read(store.id(), range.shard(), plan.manifest()).rows();
                return write(members(shard, plan.ranges().get(range.number())));
            } catch (BlockGoneException gone) {
                runs.fail(
                        store.id(),
                        facts.id(),
                        "It could not be frozen in time: the index is no longer as it was when it was begun. Freeze it"
                                + " again.",
                        time.instant());
                return Result.TOO_LATE;
            }
        }

        private List<AudienceRow> members(ShardRows shard, HashRange hashes) {
            var plan = bound();
            var rows = new ArrayList<SelectedRow>();
            for (var part = 0; part < shard.parts().size(); part++) {
                SelectedRow.collect(shard, part, plan.select(shard.parts().get(part)), hashes::has, rows);
            }
            rows.sort(SelectedRow.BY_HASH);
            identities.read(shard, rows.stream().map(SelectedRow::part).collect(Collectors.toSet()));
            return decided(plan, shard, rows);
        }

        private SegmentPlan bound() {
            var binding = start.terms().binding(store, facts.now());
            return switch (SegmentPlan.of(FixedTerms.read(facts.rule()), binding)) {
                case PlanReading.Bound(var plan) -> plan;
                case PlanReading.Refused(var errors) ->
                    throw new IllegalStateException("What could be bound at the start cannot now: " + errors);
            };
        }

        private List<AudienceRow> decided(SegmentPlan plan, ShardRows shard, List<SelectedRow> rows) {
            var candidates = rows.stream()
                    .filter(row -> !row.sure())
                    .map(row -> customer(shard, row))
                    .toList();
            var matching =
                    closeLook.look(store.id(), plan, candidates, facts.now()).matching();
            var members = new ArrayList<AudienceRow>();
            var place = 0;
            for (var row : rows) {
                if (row.sure() || matching.get(place++)) {
                    members.add(customer(shard, row));
                }
            }
            return members;
        }

        private AudienceRow customer(ShardRows shard, SelectedRow row) {
            return identities.row(shard, row.part(), row.row());
        }

        private Result write(List<AudienceRow> members) {
            var chunks = MemberChunk.cut(members, sizes.chunkMembers());
            for (var number = 0; number < chunks.size(); number++) {
                if (!timeLeft.getAsBoolean()) {
                    return Result.OUT_OF_TIME;
                }
                runs.keep(store.id(), facts.id(), range, name, number, chunks.get(number));
            }
            var digest = new MemberDigest();
            members.forEach(digest::add);
            runs.elect(
                    store.id(), facts.id(), new FrozenRange(range, name, members.size(), chunks.size(), digest.hex()));
            return Result.FROZEN;
        }
    }
}
