package dev.groundswell.cloud.message;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.groundswell.core.message.MessageState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How an item is settled in a state, as DynamoDB is told: put together once, as it is said for every message.
 *
 * @param lower  values of the condition's placeholders: the states that this one overrules
 */
record Settling(String expression, String condition, Map<String, String> names, Map<String, AttributeValue> lower) {

    /** Values of an item's attributes are placed by the attributes' names after a colon. */
    private static final Map<MessageState, List<String>> ATTRIBUTES = Map.of(
            MessageState.UNKNOWN,
                    List.of(
                            MessageItem.SETTLED_AT,
                            MessageItem.DETAIL,
                            MessageItem.UNKNOWN_OF,
                            MessageItem.UNKNOWN_KEY),
            MessageState.EXCLUDED, List.of(MessageItem.SETTLED_AT, MessageItem.CODE),
            MessageState.SENT, List.of(MessageItem.SENT_AT, MessageItem.PROVIDER, MessageItem.PROVIDER_MESSAGE_ID),
            MessageState.DELIVERED, List.of(MessageItem.SETTLED_AT, MessageItem.SETTLED_BY),
            MessageState.FAILED,
                    List.of(MessageItem.SETTLED_AT, MessageItem.SETTLED_BY, MessageItem.CODE, MessageItem.DETAIL));

    private static final List<String> OF_THE_UNKNOWN = List.of(MessageItem.UNKNOWN_OF, MessageItem.UNKNOWN_KEY);

    private static final Map<MessageState, Settling> ALL = all();

    static Settling in(MessageState state) {
        return requireNonNull(ALL.get(state), "It is no outcome to be claimed.");
    }

    private static Map<MessageState, Settling> all() {
        var all = new EnumMap<MessageState, Settling>(MessageState.class);
        ATTRIBUTES.forEach((state, attributes) -> all.put(state, of(state, attributes)));
        return all;
    }

    private static Settling of(MessageState state, List<String> attributes) {
        var set = new ArrayList<>(attributes);
        set.add(MessageItem.STATE);
        var removed = state == MessageState.UNKNOWN ? List.<String>of() : OF_THE_UNKNOWN;
        var names = new HashMap<String, String>();
        set.forEach(name -> names.put("#" + name, name));
        removed.forEach(name -> names.put("#" + name, name));
        var lower = new HashMap<String, AttributeValue>();
        Arrays.stream(MessageState.values())
                .filter(state::overrules)
                .forEach(other -> lower.put(":" + other, AttributeValue.fromS(other.name())));
        return new Settling(
                "SET " + set.stream().map(name -> "#" + name + " = :" + name).collect(joining(", "))
                        + (removed.isEmpty()
                                ? ""
                                : " REMOVE "
                                        + removed.stream()
                                                .map(name -> "#" + name)
                                                .collect(joining(", "))),
                "#" + MessageItem.STATE + " IN (" + String.join(", ", lower.keySet()) + ")",
                Map.copyOf(names),
                Map.copyOf(lower));
    }
}
