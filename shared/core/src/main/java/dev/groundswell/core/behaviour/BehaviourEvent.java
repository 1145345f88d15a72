package dev.groundswell.core.behaviour;

import dev.groundswell.core.order.BuyerId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a buyer did with an item. It is known by buyer, kind, item and time: the same again is the same event.
 *
 * @param itemId   1 to {@value #MAX_ID} characters, none of them a control character
 * @param category of the item, likewise; a description that does not tell events apart
 * @param at       as finely as the source tells it
 */
public record BehaviourEvent(
        BuyerId buyer,
        BehaviourKind kind,
        String itemId,
        @Nullable String category,
        Instant at) {

    public static final int MAX_ID = 128;

    public BehaviourEvent {
        if (!isId(itemId) || (category != null && !isId(category))) {
            throw new IllegalArgumentException("An item's id and its category have 1 to " + MAX_ID
                    + " characters, none of them a control character.");
        }
    }

    static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= MAX_ID && text.chars().noneMatch(Character::isISOControl);
    }

    /** The event as plain values, which {@link BehaviourEventReader} reads. */
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("buyerId", buyer.value());
        values.put("kind", kind.name());
        values.put("itemId", itemId);
        if (category != null) {
            values.put("category", category);
        }
        values.put("at", at.toString());
        return values;
    }
}
