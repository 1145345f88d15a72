package dev.groundswell.core.segment.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a rule must keep to beyond its types, wherever it comes from: limits, values that fit their fields, operators that
 * make sense.
 */
public final class RuleCheck {

    static final String TOO_DEEP = "A rule is at most %d levels deep.".formatted(RuleLimits.MAX_DEPTH);

    /** Lines may be broken in a text; no other control character belongs there, and no half of a pair of surrogates. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\t\\n\\r]]");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Problem> problems = new ArrayList<>();
    private int clauses;

    private RuleCheck() {}

    /** @param at the part of the rule that it is about: a rule, a condition, a test or a literal */
    record Problem(Object at, String path, String message, List<String> expected) {

        RuleError inTree() {
            return new RuleError(0, 0, path, message, expected);
        }
    }

    /** None for a rule that can be written and read again. Each is told by its path in the tree. */
    public static List<RuleError> errors(SegmentRule rule) {
        return problems(rule).stream().map(Problem::inTree).toList();
    }

    /** @throws IllegalArgumentException if there are errors */
    static void require(SegmentRule rule) {
        problems(rule).stream().findFirst().ifPresent(problem -> {
            throw new IllegalArgumentException("No valid rule, at '" + problem.path() + "': " + problem.message());
        });
    }

    static List<Problem> problems(SegmentRule rule) {
        var check = new RuleCheck();
        check.rule(rule, "", 1);
        if (check.problems.isEmpty()) {
            check.length(rule);
        }
        return check.problems;
    }

    private void length(SegmentRule rule) {
        var length = RuleWriter.write(rule).length();
        if (length > RuleLimits.MAX_TEXT) {
            problem(
                    rule,
                    "",
                    "A rule has at most %,d characters; this one has %,d.".formatted(RuleLimits.MAX_TEXT, length));
        }
    }

    /** Stops at the limits: what lies behind them may be endless. */
    private boolean isOver() {
        return clauses > RuleLimits.MAX_CLAUSES || problems.size() >= RuleLimits.MAX_ERRORS;
    }

    private void rule(SegmentRule rule, String path, int depth) {
        if (isOver()) {
            return;
        }
        if (depth > RuleLimits.MAX_DEPTH) {
            problem(rule, path, TOO_DEEP);
            return;
        }
        switch (rule) {
            case SegmentRule.All all -> all(all, path, depth);
            case SegmentRule.Any any -> any(any, path, depth);
            case SegmentRule.Not not -> rule(not.rule(), Path.of(path, "not"), depth + 1);
            case SegmentRule.FieldTest test -> condition(test.condition(), Path.of(path, "field"));
            case SegmentRule.FieldComparison comparison -> comparison(comparison, Path.of(path, "compare"));
            case SegmentRule.OrdersTest test ->
                counting(test, test.conditions(), test.number(), Path.of(path, "orders"));
            case SegmentRule.EventsTest test ->
                counting(test, test.conditions(), test.number(), Path.of(path, "events"));
            case SegmentRule.BoughtIn bought -> id(bought, bought.promotion(), Path.of(path, "boughtIn"));
            case SegmentRule.InSegment in -> id(in, in.segment(), Path.of(path, "inSegment"));
            case SegmentRule.Random random -> random(random, Path.of(path, "random"));
        }
    }

    private void all(SegmentRule.All all, String path, int depth) {
        if (all.rules().isEmpty()) {
            clause(all, path);
        }
        rules(all.rules(), Path.of(path, "all"), depth);
    }

    private void any(SegmentRule.Any any, String path, int depth) {
        if (any.rules().isEmpty()) {
            clause(any, path);
            problem(any, Path.of(path, "any"), "Of no rules none can hold: name at least one.");
        }
        rules(any.rules(), Path.of(path, "any"), depth);
    }

    private void rules(List<SegmentRule> rules, String path, int depth) {
        for (var index = 0; index < rules.size() && !isOver(); index++) {
            rule(rules.get(index), Path.of(path, index), depth + 1);
        }
    }

    private void clause(Object at, String path) {
        clauses++;
        if (clauses == RuleLimits.MAX_CLAUSES + 1) {
            problem(at, path, "A rule has at most %d tests.".formatted(RuleLimits.MAX_CLAUSES));
        }
    }

    private void condition(Condition<?> condition, String path) {
        clause(condition, path);
        var field = condition.field();
        var operator = TestOperator.of(condition.test());
        var operators = TestOperator.of(field.kind());
        if (!operators.contains(operator)) {
            var message = "%s cannot be tested by %s.".formatted(field.word(), operator.sign());
            problem(condition.test(), Path.of(path, "operator"), message, TestOperator.signs(operators));
            return;
        }
        test(field, condition.test(), path);
    }

    private void test(Field field, Test test, String path) {
        switch (test) {
            case Test.Compare compare -> value(field, compare.value(), Path.value(path, 0));
            case Test.Between between -> between(field, between, path);
            case Test.OneOf oneOf -> oneOf(field, oneOf, path);
            case Test.Known known -> {}
        }
    }

    private void between(Field field, Test.Between between, String path) {
        value(field, between.low(), Path.value(path, 0));
        value(field, between.high(), Path.value(path, 1));
        if (isAbove(between.low(), between.high())) {
            problem(between.low(), Path.value(path, 0), "Nothing lies between these: the first is the greater one.");
        }
    }

    /** As far as it can be said without knowing what time it is. */
    static boolean isAbove(Literal low, Literal high) {
        return switch (low) {
            case Literal.Decimal from ->
                high instanceof Literal.Decimal to && from.value().compareTo(to.value()) > 0;
            case Literal.Day from ->
                high instanceof Literal.Day to && from.day().isAfter(to.day());
            default -> false;
        };
    }

    private void oneOf(Field field, Test.OneOf oneOf, String path) {
        var values = oneOf.values();
        if (values.isEmpty() || values.size() > RuleLimits.MAX_VALUES) {
            var message = "IN needs 1 to %d values; here are %,d.".formatted(RuleLimits.MAX_VALUES, values.size());
            problem(oneOf, Path.of(path, "values"), message);
            return;
        }
        for (var index = 0; index < values.size() && !isOver(); index++) {
            value(field, values.get(index), Path.value(path, index));
        }
    }

    private void value(Field field, Literal value, String path) {
        ValueCheck.problem(field, value)
                .ifPresent(message -> problem(value, path, message, Literals.likely(field, Literals.word(value))));
    }

    private void comparison(SegmentRule.FieldComparison comparison, String path) {
        clause(comparison, path);
        var left = comparison.left();
        var others = Words.OF_CUSTOMERS.comparableWith(left);
        if (!others.fields().contains(comparison.right())) {
            var message = "%s cannot be compared with %s."
                    .formatted(left.word(), comparison.right().word());
            problem(
                    comparison,
                    Path.of(path, "right"),
                    message,
                    others.likely(comparison.right().word()));
        }
        var operators = TestOperator.of(left.kind());
        var operator = TestOperator.of(comparison.operator());
        if (!operators.contains(operator)) {
            var message = "%s cannot be tested by %s.".formatted(left.word(), operator.sign());
            problem(comparison, Path.of(path, "operator"), message, TestOperator.signs(operators));
        }
    }

    private <F extends Field> void counting(SegmentRule rule, List<Condition<F>> conditions, long number, String path) {
        clause(rule, path);
        for (var index = 0; index < conditions.size() && !isOver(); index++) {
            condition(conditions.get(index), Path.of(path, "conditions[" + index + "]"));
        }
        if (number < 0 || number > RuleLimits.MAX_NUMBER) {
            problem(
                    rule,
                    Path.of(path, "number"),
                    "How many is a number from 0 to %,d.".formatted(RuleLimits.MAX_NUMBER));
        }
    }

    private void id(SegmentRule rule, String id, String path) {
        clause(rule, path);
        if (!RuleLimits.ID.matcher(id).matches()) {
            problem(
                    rule,
                    path,
                    "%s is no id: those have 1 to 60 lower-case letters, digits and hyphens.".formatted(Shown.of(id)));
        }
    }

    private void random(SegmentRule.Random random, String path) {
        clause(random, path);
        if (random.seed().isEmpty() || !isWritable(random.seed())) {
            problem(
                    random,
                    Path.of(path, "seed"),
                    "A seed has 1 to %d characters, none of them a control character."
                            .formatted(RuleLimits.MAX_TEXT_VALUE));
        }
        if (random.operator() != Operator.LESS && random.operator() != Operator.GREATER_OR_EQUAL) {
            problem(
                    random,
                    Path.of(path, "operator"),
                    "A share is chosen by < or by >=, its rest.",
                    List.of("<", ">="));
        }
        if (!isPercent(random.percent())) {
            problem(random, Path.of(path, "percent"), "A share is 0 to 100 percent, with at most two decimals.");
        }
    }

    private static boolean isPercent(BigDecimal percent) {
        return percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0 && percent.scale() <= 2;
    }

    static boolean isWritable(String text) {
        return text.length() <= RuleLimits.MAX_TEXT_VALUE
                && !UNWRITABLE.matcher(text).find();
    }

    private void problem(Object at, String path, String message) {
        problem(at, path, message, List.of());
    }

    private void problem(Object at, String path, String message, List<String> expected) {
        problems.add(new Problem(at, path, message, expected));
    }
}
