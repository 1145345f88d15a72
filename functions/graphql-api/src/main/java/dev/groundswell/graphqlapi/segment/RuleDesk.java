package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.RuleBinder;
import dev.groundswell.core.segment.SegmentQueries;
import dev.groundswell.core.segment.plan.PlanReading;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rules, and says whether they make sense for a store. */
final class RuleDesk {

    private final RuleBinder binder;
    private final SegmentQueries queries;
    private final InstantSource time;

    RuleDesk(RuleBinder binder, SegmentQueries queries, InstantSource time) {
        this.binder = binder;
        this.queries = queries;
        this.time = time;
    }

    /**
     * The rule among some arguments, or what is wrong with it.
     *
     * @return empty unless exactly one form of it is given
     */
    Optional<RuleCheckResult> check(Store store, Map<String, ? extends @Nullable Object> values) {
        return RuleArgument.read(values).map(reading -> switch (reading) {
            case RuleReading.Refused(var errors) -> RuleCheckResult.refused(errors);
            case RuleReading.Read(var rule) -> located(values, check(store, rule));
        });
    }

    /** Errors of a text with their lines and columns in it, also where it was a rule and makes no sense for this store. */
    private static RuleCheckResult located(Map<String, ? extends @Nullable Object> values, RuleCheckResult result) {
        return values.get(RuleArgument.QUERY) instanceof String text
                ? new RuleCheckResult(result.rule(), RuleText.located(text, result.errors()))
                : result;
    }

    /** The store's whole audience is read only where a rule follows its figures. */
    RuleCheckResult check(Store store, SegmentRule rule) {
        return switch (binder.bind(rule, store, time.instant(), () -> queries.statistics(store.id()))) {
            case PlanReading.Bound _ -> RuleCheckResult.of(rule);
            case PlanReading.Refused(var errors) -> RuleCheckResult.refused(errors);
        };
    }
}
