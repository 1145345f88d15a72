package dev.groundswell.cloud.behaviour;

import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.behaviour.BehaviourKind;
import dev.groundswell.core.order.BuyerId;

/**
 * An event of a known buyer as one element of a day's set: {@code V1511848894⇥2200475⇥3607361} is the kind's letter and the
 * time, the item, and the category where there is one. Ids hold no control characters.
 */
final class EventText {

    private static final String SEPARATOR = "\t";

    private EventText() {}

    static String write(BehaviourEvent event) {
        var text = letter(event.kind()) + EventTime.write(event.at()) + SEPARATOR + event.itemId();
        var category = event.category();
        return category == null ? text : text + SEPARATOR + category;
    }

    /** @throws RuntimeException if it is not what {@link #write} writes */
    static BehaviourEvent read(BuyerId buyer, String text) {
        var parts = text.split(SEPARATOR, -1);
        return new BehaviourEvent(
                buyer,
                kind(text.charAt(0)),
                parts[1],
                parts.length > 2 ? parts[2] : null,
                EventTime.read(parts[0].substring(1)));
    }

    private static char letter(BehaviourKind kind) {
        return switch (kind) {
            case VIEW -> 'V';
            case FAVOURITE -> 'F';
            case CART -> 'C';
            case PURCHASE -> 'P';
            case UNFAVOURITE -> 'U';
            case UNCART -> 'R';
        };
    }

    private static BehaviourKind kind(char letter) {
        return switch (letter) {
            case 'V' -> BehaviourKind.VIEW;
            case 'F' -> BehaviourKind.FAVOURITE;
            case 'C' -> BehaviourKind.CART;
            case 'P' -> BehaviourKind.PURCHASE;
            case 'U' -> BehaviourKind.UNFAVOURITE;
            case 'R' -> BehaviourKind.UNCART;
            default -> throw new IllegalStateException("No kind of behaviour is kept as '" + letter + "'.");
        };
    }
}
