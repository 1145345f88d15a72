package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.rule.RuleTree;
import dev.groundswell.core.segment.rule.SegmentRule;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule in the shape of {@code SegmentRuleInput}: what a client gets it can send back. */
final class RuleJson {

    private RuleJson() {}

    static Map<String, Object> of(SegmentRule rule) {
        return object(RuleTree.write(rule));
    }

    private static Map<String, Object> object(Map<?, ?> tree) {
        var object = new LinkedHashMap<String, Object>();
        tree.forEach((key, value) -> object.put(String.valueOf(key), value(value)));
        return object;
    }

    /** The schema's decimals are texts. */
    private static Object value(Object value) {
        return switch (value) {
            case Map<?, ?> map -> object(map);
            case List<?> list -> list.stream().map(RuleJson::value).toList();
            case BigDecimal decimal -> decimal.toPlainString();
            default -> value;
        };
    }
}
