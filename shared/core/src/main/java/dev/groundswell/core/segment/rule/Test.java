package dev.groundswell.core.segment.rule;

import java.util.List;

/**
 * What a field's value must be. Logic is two-valued: an absent value fails every test but {@code !=}, {@code NOT IN} and
 * {@code IS NULL}.
 */
public sealed interface Test {

    record Compare(Operator operator, Literal value) implements Test {}

    /** From {@code low} to {@code high}, both included; of days, both whole. */
    record Between(Literal low, Literal high) implements Test {}

    /** One of the values, or none of them. At least one value. */
    record OneOf(boolean negated, List<Literal> values) implements Test {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** Whether there is a value: {@code IS NOT NULL}, or {@code IS NULL}. */
    record Known(boolean known) implements Test {}
}
