package dev.groundswell.core.segment.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Writes rules as text, each in one way only. */
final class RuleWriter {

    private RuleWriter() {}

    static String write(SegmentRule rule) {
        return switch (rule) {
            case SegmentRule.All all -> all.rules().isEmpty() ? "everyone" : joined(all.rules(), "all", " AND ");
            case SegmentRule.Any any -> joined(any.rules(), "any", " OR ");
            case SegmentRule.Not not -> "NOT " + inner(not.rule());
            case SegmentRule.FieldTest test -> condition(test.condition());
            case SegmentRule.FieldComparison comparison ->
                comparison.left().word()
                        + " "
                        + comparison.operator().sign()
                        + " "
                        + comparison.right().word();
            case SegmentRule.OrdersTest test -> counting("orders", test.conditions(), test.operator(), test.number());
            case SegmentRule.EventsTest test -> counting("events", test.conditions(), test.operator(), test.number());
            case SegmentRule.BoughtIn bought -> "bought_in(" + Literals.quoted(bought.promotion()) + ")";
            case SegmentRule.InSegment in -> "in_segment(" + Literals.quoted(in.segment()) + ")";
            case SegmentRule.Random random ->
                "random(%s) %s %s"
                        .formatted(
                                Literals.quoted(random.seed()),
                                random.operator().sign(),
                                random.percent().toPlainString());
        };
    }

    /** A list of one has no AND or OR to show what it is, so it is written as a call. */
    private static String joined(List<SegmentRule> rules, String call, String keyword) {
        return rules.size() == 1
                ? call + "(" + write(rules.getFirst()) + ")"
                : rules.stream().map(RuleWriter::inner).collect(Collectors.joining(keyword));
    }

    /** In parentheses wherever AND and OR meet, also where they need none: people do not remember which binds tighter. */
    private static String inner(SegmentRule rule) {
        return isJoined(rule) ? "(" + write(rule) + ")" : write(rule);
    }

    private static boolean isJoined(SegmentRule rule) {
        return switch (rule) {
            case SegmentRule.All all -> all.rules().size() > 1;
            case SegmentRule.Any any -> any.rules().size() > 1;
            default -> false;
        };
    }

    private static <F extends Field> String counting(
            String call, List<Condition<F>> conditions, Operator operator, long number) {
        return conditions.stream().map(RuleWriter::condition).collect(Collectors.joining(" AND ", call + "(", ")"))
                + " "
                + operator.sign()
                + " "
                + number;
    }

    private static String condition(Condition<?> condition) {
        return condition.field().word() + " " + test(condition.field(), condition.test());
    }

    private static String test(Field field, Test test) {
        var sign = TestOperator.of(test).sign();
        return switch (test) {
            case Test.Compare compare -> sign + " " + Literals.text(field, compare.value());
            case Test.Between between ->
                sign + " " + Literals.text(field, between.low()) + " AND " + Literals.text(field, between.high());
            case Test.OneOf oneOf ->
                oneOf.values().stream()
                        .map(value -> Literals.text(field, value))
                        .collect(Collectors.joining(", ", sign + " (", ")"));
            case Test.Known known -> sign;
        };
    }
}
