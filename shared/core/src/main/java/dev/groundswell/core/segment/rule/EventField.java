package dev.groundswell.core.segment.rule;

/** What a rule can ask about a behaviour event. */
public enum EventField implements Field {
    KIND(ValueKind.CHOICE, "What happened.", "VIEW", "FAVOURITE", "CART", "PURCHASE", "UNFAVOURITE", "UNCART"),
    AT(ValueKind.TIME, "When it happened."),
    ITEM(ValueKind.TEXT, "The id of the item."),
    CATEGORY(ValueKind.TEXT, "The item's category.");

    // A record of values that do not change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Facts facts;

    EventField(ValueKind kind, String meaning, String... choices) {
        this.facts = new Facts(kind, meaning, choices);
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
