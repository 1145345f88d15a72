package dev.groundswell.core.segment.plan;

import dev.groundswell.core.segment.rule.Field;

/** A bound test of a field of an order or an event. */
record FieldCondition<F extends Field>(F field, ValueTest test) {

    /** The numbers for which it can hold; all of them where it does not test a number. */
    Span hull() {
        return test instanceof NumberTest number ? number.hull() : Span.ALL;
    }

    /** Whether it fails where there is no value. */
    boolean needsValue() {
        return switch (test) {
            case NumberTest number -> !number.negated();
            case TextTest text -> !text.negated();
        };
    }
}
