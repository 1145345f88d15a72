package dev.groundswell.core.segment.plan;

import dev.groundswell.core.segment.rule.Operator;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operators mean. */
final class Comparisons {

    private Comparisons() {}

    /** Two values of a customer. If one is absent, only NOT_EQUAL holds; if both are, nothing does. */
    static <T extends Comparable<T>> boolean holds(@Nullable T left, Operator operator, @Nullable T right) {
        if (left == null || right == null) {
            return operator == Operator.NOT_EQUAL && (left != null || right != null);
        }
        return holds(Comparator.<T>naturalOrder().compare(left, right), operator);
    }

    /** @param order negative if the left one is less */
    static boolean holds(int order, Operator operator) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    /** The numbers that stand so to one that is not exact, such as a day of many seconds. */
    static NumberTest test(Operator operator, Span value) {
        return switch (operator) {
            case EQUAL -> NumberTest.in(value);
            case NOT_EQUAL -> new NumberTest(List.of(value), true);
            case LESS -> NumberTest.in(Span.below(value.from()));
            case LESS_OR_EQUAL -> NumberTest.in(Span.upTo(value.to()));
            case GREATER -> NumberTest.in(Span.above(value.to()));
            case GREATER_OR_EQUAL -> NumberTest.in(Span.from(value.from()));
        };
    }
}
