package dev.groundswell.core.segment.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is written with parentheses. */
enum Call {
    ORDERS("orders(", "How many orders meet all the conditions: orders(item = 'x' AND placed_at >= -30d) >= 2."),
    EVENTS("events(", "How many events meet all the conditions: events(kind = CART AND at >= -7d) >= 1."),
    BOUGHT_IN("bought_in('", "An order was paid in the promotion's days: bought_in('618-2026')."),
    IN_SEGMENT("in_segment('", "The customer belongs to another segment: in_segment('vip')."),
    RANDOM("random('", "A share of the customers, in percent, always the same ones: random('autumn') < 10."),
    ALL("all(", "All of the rules in the list: all(has_phone, paid_orders >= 1)."),
    ANY("any(", "At least one of the rules in the list: any(has_phone, has_email).");

    private final String beginning;
    private final String meaning;

    Call(String beginning, String meaning) {
        this.beginning = beginning;
        this.meaning = meaning;
    }

    static Optional<Call> named(String word) {
        return Arrays.stream(values())
                .filter(call -> call.name().equalsIgnoreCase(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(call -> call.beginning).toList();
    }

    Completion completion() {
        return new Completion(Completion.Kind.FUNCTION, beginning, meaning);
    }
}
