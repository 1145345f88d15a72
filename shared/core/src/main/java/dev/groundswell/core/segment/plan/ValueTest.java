package dev.groundswell.core.segment.plan;

/** A {@link dev.groundswell.core.segment.rule.Test} whose literals are bound to a store and an instant. */
sealed interface ValueTest permits NumberTest, TextTest {

    /** Holds where this does not. */
    ValueTest negate();
}
