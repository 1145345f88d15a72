package dev.groundswell.core.segment.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All that can stand between a field and its values: the six comparisons, and four more. */
public enum TestOperator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    BETWEEN("BETWEEN"),
    IN("IN"),
    NOT_IN("NOT IN"),
    IS_NULL("IS NULL"),
    IS_NOT_NULL("IS NOT NULL");

    private static final List<TestOperator> ALL = List.of(values());
    private static final List<TestOperator> WITHOUT_ORDER = List.of(EQUAL, NOT_EQUAL, IN, NOT_IN, IS_NULL, IS_NOT_NULL);
    private static final List<TestOperator> OF_FLAGS = List.of(EQUAL, NOT_EQUAL);

    private final String sign;

    TestOperator(String sign) {
        this.sign = sign;
    }

    /** As it is written in texts. */
    public String sign() {
        return sign;
    }

    /** Those that make sense for a kind of value. */
    public static List<TestOperator> of(ValueKind kind) {
        return switch (kind) {
            case COUNT, MONEY, SCORE, TIME -> ALL;
            case TEXT, CHOICE -> WITHOUT_ORDER;
            case FLAG -> OF_FLAGS;
        };
    }

    static TestOperator of(Test test) {
        return switch (test) {
            case Test.Compare compare -> of(compare.operator());
            case Test.Between between -> BETWEEN;
            case Test.OneOf oneOf -> oneOf.negated() ? NOT_IN : IN;
            case Test.Known known -> known.known() ? IS_NOT_NULL : IS_NULL;
        };
    }

    /** By its name in trees. */
    static Optional<TestOperator> named(String name) {
        return Arrays.stream(values())
                .filter(operator -> operator.name().equals(name))
                .findFirst();
    }

    static TestOperator of(Operator operator) {
        return valueOf(operator.name());
    }

    /** Whether it compares one value with another. */
    boolean isComparison() {
        return valueCount() == 1;
    }

    /** Of a comparison. */
    Operator comparison() {
        return Operator.valueOf(name());
    }

    /** How many values stand behind it; -1 for a list of them. */
    int valueCount() {
        return switch (this) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 1;
            case BETWEEN -> 2;
            case IN, NOT_IN -> -1;
            case IS_NULL, IS_NOT_NULL -> 0;
        };
    }

    /** @param values as many as there must be */
    Test test(List<Literal> values) {
        return switch (this) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                new Test.Compare(comparison(), values.getFirst());
            case BETWEEN -> new Test.Between(values.getFirst(), values.getLast());
            case IN -> new Test.OneOf(false, values);
            case NOT_IN -> new Test.OneOf(true, values);
            case IS_NULL -> new Test.Known(false);
            case IS_NOT_NULL -> new Test.Known(true);
        };
    }

    static List<String> signs(List<TestOperator> operators) {
        return operators.stream().map(TestOperator::sign).toList();
    }

    static List<String> comparisonSigns() {
        return Arrays.stream(Operator.values()).map(Operator::sign).toList();
    }
}
