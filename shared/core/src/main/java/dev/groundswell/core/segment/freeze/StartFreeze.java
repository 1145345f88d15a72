package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.CompactAudience;
import dev.groundswell.core.audience.Manifest;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.segment.RuleBinder;
import dev.groundswell.core.segment.SelectedRow;
import dev.groundswell.core.segment.WholeAudience;
import dev.groundswell.core.segment.freeze.FreezeRuns.OpenFreeze;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.plan.PlanReading;
import dev.groundswell.core.segment.plan.SegmentPlan;
import dev.groundswell.core.segment.rule.RuleError;
import dev.groundswell.core.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fixes what is frozen, once: folds what changed lately into each shard's blocks, notes the blocks, binds the rule, and cuts
 * each shard into ranges that a worker does in seconds. Several may do so at once; one of them is elected.
 */
public final class StartFreeze {

    private final FreezeRuns runs;
    private final AudienceSteps steps;
    private final AudienceIndex index;
    private final CompactAudience compaction;
    private final RuleBinder binder;
    private final FreezeSizes sizes;
    private final FinishFreeze finish;
    private final InstantSource time;

    public StartFreeze(
            FreezeRuns runs,
            AudienceSteps steps,
            AudienceIndex index,
            CompactAudience compaction,
            RuleBinder binder,
            FreezeSizes sizes,
            InstantSource time) {
        this.runs = runs;
        this.steps = steps;
        this.index = index;
        this.compaction = compaction;
        this.binder = binder;
        this.sizes = sizes;
        this.finish = new FinishFreeze(runs, time);
        this.time = time;
    }

    /** @param attempt a name that no other attempt has or had */
    public void start(Store store, AudienceId id, String attempt) {
        runs.open(store.id(), id).ifPresent(open -> start(store, open, attempt));
    }

    private void start(Store store, OpenFreeze open, String attempt) {
        var id = open.facts().id();
        if (open.start().isEmpty() && !isElected(store, open, attempt)) {
            return;
        }
        runs.open(store.id(), id)
                .ifPresent(started -> started.start().ifPresent(start -> wakeMissing(store, started, start)));
    }

    /** Also if another attempt was; not if it has ended. */
    private boolean isElected(Store store, OpenFreeze open, String attempt) {
        var manifests = WholeAudience.overShards(shard -> compaction.fold(store.id(), shard));
        var audience = WholeAudience.read(shard -> index.read(store.id(), shard, manifests.get(shard)));
        var recorded = new RecordedTerms(
                binder.binding(store, open.facts().now(), () -> AudienceStatistics.of(audience.shards(), store)));
        var rule = FixedTerms.read(open.facts().rule());
        return switch (SegmentPlan.of(rule, recorded.binding())) {
            case PlanReading.Refused(var errors) -> failed(store, open, reason(errors));
            case PlanReading.Bound _
            when recorded.characters() > FreezeLimits.FIXED_CHARACTERS ->
                failed(store, open, "The segments that its rule names are too long together. Write a shorter rule.");
            case PlanReading.Bound(var plan) -> {
                var plans = WholeAudience.overShards(
                        shard -> plan(audience.shards().get(shard), manifests.get(shard), plan));
                plans.forEach(one -> runs.keep(store.id(), open.facts().id(), attempt, one));
                runs.elect(store.id(), open.facts().id(), start(attempt, recorded.terms(), plans));
                yield true;
            }
        };
    }

    private static FreezeStart start(String attempt, FixedTerms terms, List<ShardPlan> plans) {
        return new FreezeStart(
                attempt,
                terms,
                plans.stream().map(plan -> plan.ranges().size()).toList(),
                plans.stream().map(plan -> plan.manifest().revision()).toList());
    }

    private boolean failed(Store store, OpenFreeze open, String reason) {
        runs.fail(store.id(), open.facts().id(), reason, time.instant());
        return false;
    }

    private static String reason(List<RuleError> errors) {
        return errors.stream().map(RuleError::message).collect(Collectors.joining(" "));
    }

    private ShardPlan plan(ShardRows shard, Manifest manifest, SegmentPlan plan) {
        var rows = new ArrayList<SelectedRow>();
        IntStream.range(0, shard.parts().size())
                .forEach(part -> SelectedRow.collect(
                        shard, part, plan.select(shard.parts().get(part)), _ -> true, rows));
        return new ShardPlan(shard.shard(), manifest, HashRange.cut(rows, sizes));
    }

    private void wakeMissing(Store store, OpenFreeze open, FreezeStart start) {
        var missing = finish.finish(store.id(), open.facts(), start);
        if (!missing.isEmpty()) {
            steps.wake(
                    store.id(),
                    missing.stream()
                            .<AudienceStep>map(
                                    range -> new AudienceStep.Range(open.facts().id(), range))
                            .toList());
        }
    }
}
