package dev.groundswell.core.segment.rule;

import java.util.List;
import java.util.Locale;

/** What a rule can ask about a behaviour event. */
public enum EventField implements Field {
    KIND(ValueKind.CHOICE, "What happened.", "VIEW", "FAVOURITE", "CART", "PURCHASE", "UNFAVOURITE", "UNCART"),
    AT(ValueKind.TIME, "When it happened."),
    ITEM(ValueKind.TEXT, "The id of the item."),
    CATEGORY(ValueKind.TEXT, "The item's category.");

    private final ValueKind kind;
    private final String meaning;
    // Made by List.of, so it cannot change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> choices;

    EventField(ValueKind kind, String meaning, String... choices) {
        this.kind = kind;
        this.meaning = meaning;
        this.choices = List.of(choices);
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ValueKind kind() {
        return kind;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public List<String> choices() {
        return choices;
    }
}
