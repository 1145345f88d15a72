package dev.groundswell.core.segment;

import dev.groundswell.core.segment.rule.RuleError;
import java.util.List;

/** What came of asking how many meet a rule. */
public sealed interface PreviewResult {

    record Previewed(SegmentPreview preview) implements PreviewResult {}

    /**
     * The rule makes no sense for this store.
     *
     * @param errors at least one
     */
    record Refused(List<RuleError> errors) implements PreviewResult {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
