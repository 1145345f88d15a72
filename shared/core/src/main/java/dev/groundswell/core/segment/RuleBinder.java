package dev.groundswell.core.segment;

import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.plan.Binding;
import dev.groundswell.core.segment.plan.PlanReading;
import dev.groundswell.core.segment.plan.SegmentPlan;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.util.function.Supplier;

/** Binds rules to a store as it is now: its segments, its promotions, its figures. */
public final class RuleBinder {

    private final KnownSegments segments;
    private final Promotions promotions;

    public RuleBinder(Segments segments, Promotions promotions) {
        this.segments = new KnownSegments(segments, promotions);
        this.promotions = promotions;
    }

    public PlanReading bind(SegmentRule rule, Store store, Instant now, Supplier<AudienceStatistics> statistics) {
        return SegmentPlan.of(rule, binding(store, now, statistics));
    }

    /** @param statistics asked at most where a rule, or a ready-made segment that it names, needs them */
    public Binding binding(Store store, Instant now, Supplier<AudienceStatistics> statistics) {
        return new Binding(
                store,
                now,
                segments.rules(store, () -> StoreThresholds.of(statistics.get(), store.currency()), now),
                promotions,
                statistics);
    }
}
