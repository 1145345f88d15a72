package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.RuleTree;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule that came as a tree or as text: the two arguments, or fields of an input, {@code rule} and {@code query}. */
final class RuleArgument {

    static final String RULE = "rule";
    static final String QUERY = "query";

    private RuleArgument() {}

    /** What came of reading it; empty unless exactly one of the two is given. */
    static Optional<RuleReading> read(Map<String, ? extends @Nullable Object> values) {
        var tree = values.get(RULE);
        var text = values.get(QUERY);
        if ((tree == null) == (text == null)) {
            return Optional.empty();
        }
        return Optional.of(tree == null ? RuleText.read((String) Objects.requireNonNull(text)) : readTree(tree));
    }

    @SuppressWarnings("unchecked") // The schema's input gives maps by text.
    private static RuleReading readTree(Object tree) {
        return RuleTree.read((Map<String, ?>) tree);
    }

    /** The one that is given. */
    static String field(Map<String, ? extends @Nullable Object> values) {
        return values.get(RULE) == null ? QUERY : RULE;
    }
}
