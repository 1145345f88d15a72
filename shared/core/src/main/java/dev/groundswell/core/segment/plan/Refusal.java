package dev.groundswell.core.segment.plan;

import java.util.List;

/** A part of a rule cannot be bound; caught by {@link Binder}, which knows where in the rule it is. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> expected;

    Refusal(String message, List<String> expected) {
        super(message, null, false, false);
        this.expected = expected;
    }

    Refusal(String message) {
        this(message, List.of());
    }

    List<String> expected() {
        return expected;
    }

    String told() {
        return String.valueOf(getMessage());
    }
}
