package dev.groundswell.core.segment.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes rules as trees. */
final class TreeWriter {

    private TreeWriter() {}

    static Map<String, Object> write(SegmentRule rule) {
        return switch (rule) {
            case SegmentRule.All all -> Map.of("all", rules(all.rules()));
            case SegmentRule.Any any -> Map.of("any", rules(any.rules()));
            case SegmentRule.Not not -> Map.of("not", write(not.rule()));
            case SegmentRule.FieldTest test -> Map.of("field", condition(test.condition()));
            case SegmentRule.FieldComparison comparison -> Map.of("compare", comparison(comparison));
            case SegmentRule.OrdersTest test ->
                Map.of("orders", counting(test.conditions(), test.operator(), test.number()));
            case SegmentRule.EventsTest test ->
                Map.of("events", counting(test.conditions(), test.operator(), test.number()));
            case SegmentRule.BoughtIn bought -> Map.of("boughtIn", bought.promotion());
            case SegmentRule.InSegment in -> Map.of("inSegment", in.segment());
            case SegmentRule.Random random -> Map.of("random", random(random));
        };
    }

    private static List<Map<String, Object>> rules(List<SegmentRule> rules) {
        return rules.stream().map(TreeWriter::write).toList();
    }

    private static Map<String, Object> condition(Condition<?> condition) {
        var written = new LinkedHashMap<String, Object>();
        written.put("name", condition.field().word());
        written.put("operator", TestOperator.of(condition.test()).name());
        written.put(
                "values", values(condition.test()).stream().map(Literals::word).toList());
        return written;
    }

    private static List<Literal> values(Test test) {
        return switch (test) {
            case Test.Compare compare -> List.of(compare.value());
            case Test.Between between -> List.of(between.low(), between.high());
            case Test.OneOf oneOf -> oneOf.values();
            case Test.Known known -> List.of();
        };
    }

    private static Map<String, Object> comparison(SegmentRule.FieldComparison comparison) {
        var written = new LinkedHashMap<String, Object>();
        written.put("left", comparison.left().word());
        written.put("operator", comparison.operator().name());
        written.put("right", comparison.right().word());
        return written;
    }

    private static <F extends Field> Map<String, Object> counting(
            List<Condition<F>> conditions, Operator operator, long number) {
        var written = new LinkedHashMap<String, Object>();
        written.put("conditions", conditions.stream().map(TreeWriter::condition).toList());
        written.put("operator", operator.name());
        written.put("number", Math.toIntExact(number));
        return written;
    }

    private static Map<String, Object> random(SegmentRule.Random random) {
        var written = new LinkedHashMap<String, Object>();
        written.put("seed", random.seed());
        written.put("operator", random.operator().name());
        written.put("percent", random.percent());
        return written;
    }
}
