package dev.groundswell.core.segment.rule;

import java.util.List;

/** Something that a rule can ask about: of a customer, of an order, or of an event. */
public sealed interface Field permits SegmentField, OrderField, EventField {

    /** As it is written in rules, e.g. {@code paid_orders}. */
    String word();

    ValueKind kind();

    /** What it means, as a person reads it; one sentence. */
    String meaning();

    /** The values that exist, for {@link ValueKind#CHOICE}; empty for all others. */
    List<String> choices();
}
