package dev.groundswell.core.segment.rule;

import java.util.List;
import java.util.Locale;

/** Something that a rule can ask about: of a customer, of an order, or of an event. */
public sealed interface Field permits SegmentField, OrderField, EventField {

    /** The constant's. */
    String name();

    Facts facts();

    /**
     * What there is to know of a field.
     *
     * @param meaning as a person reads it; one sentence
     * @param choices the values that exist, for {@link ValueKind#CHOICE}; empty for all others
     */
    record Facts(ValueKind kind, String meaning, List<String> choices) {

        public Facts {
            choices = List.copyOf(choices);
        }

        Facts(ValueKind kind, String meaning, String... choices) {
            this(kind, meaning, List.of(choices));
        }
    }

    /** As it is written in rules, e.g. {@code paid_orders}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    default ValueKind kind() {
        return facts().kind();
    }

    default String meaning() {
        return facts().meaning();
    }

    default List<String> choices() {
        return facts().choices();
    }
}
