package dev.groundswell.core.segment.plan;

import dev.groundswell.core.segment.rule.RuleError;
import java.util.List;

/** What came of binding a rule. */
public sealed interface PlanReading {

    record Bound(SegmentPlan plan) implements PlanReading {}

    /** @param errors at least one: a segment that there is not, a circle of them, an amount finer than the currency … */
    record Refused(List<RuleError> errors) implements PlanReading {
        public Refused {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("A rule is refused for a reason.");
            }
        }
    }
}
