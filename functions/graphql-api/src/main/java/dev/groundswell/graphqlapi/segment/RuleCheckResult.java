package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.rule.RuleError;
import dev.groundswell.core.segment.rule.SegmentRule;
import java.util.List;
import java.util.Optional;

/**
 * Whether a rule makes sense.
 *
 * @param rule   empty if there are errors
 * @param errors empty if there is a rule
 */
record RuleCheckResult(Optional<SegmentRule> rule, List<RuleError> errors) {

    static RuleCheckResult of(SegmentRule rule) {
        return new RuleCheckResult(Optional.of(rule), List.of());
    }

    static RuleCheckResult refused(List<RuleError> errors) {
        return new RuleCheckResult(Optional.empty(), errors);
    }
}
