package dev.groundswell.core.segment.rule;

import java.util.List;

/** What came of reading a rule. */
public sealed interface RuleReading {

    record Read(SegmentRule rule) implements RuleReading {}

    /** @param errors at least one, in the order of the rule */
    record Refused(List<RuleError> errors) implements RuleReading {
        public Refused {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("A rule is refused for a reason.");
            }
        }
    }
}
