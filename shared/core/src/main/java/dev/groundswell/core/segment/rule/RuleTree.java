package dev.groundswell.core.segment.rule;

import java.util.List;
import java.util.Map;

/**
 * Rules as trees of maps, lists and values, as GraphQL inputs and JSON give them. Each map has one key: {@code all},
 * {@code any}, {@code not}, {@code field}, {@code compare}, {@code orders}, {@code events}, {@code boughtIn}, {@code
 * inSegment} or {@code random}. Keys whose value is null count as absent. {@code read(write(rule))} is the rule again.
 */
public final class RuleTree {

    private RuleTree() {}

    /** Any tree has an answer, soon, however deep or wide it is, even if it contains itself. */
    public static RuleReading read(Map<String, ?> tree) {
        var reader = new TreeReader();
        var rule = reader.read(tree);
        if (!reader.errors().isEmpty()) {
            return new RuleReading.Refused(reader.errors());
        }
        var errors = RuleCheck.errors(rule);
        return errors.isEmpty() ? new RuleReading.Read(rule) : new RuleReading.Refused(errors);
    }

    /**
     * Of maps in the order of their keys above, lists, strings, Integers and BigDecimals; all values of fields are strings,
     * as in texts but without quotes.
     *
     * @throws IllegalArgumentException if {@link RuleCheck} finds errors in it
     */
    public static Map<String, Object> write(SegmentRule rule) {
        RuleCheck.require(rule);
        return TreeWriter.write(rule);
    }

    /** The keys that a map can have of which one says what rule it is. */
    static final List<String> KEYS =
            List.of("all", "any", "not", "field", "compare", "orders", "events", "boughtIn", "inSegment", "random");
}
