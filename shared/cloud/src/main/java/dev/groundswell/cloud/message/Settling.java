package dev.groundswell.cloud.message;

import static dev.groundswell.cloud.message.MessageItem.text;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How an outcome is written into an item.
 *
 * @param expression what is set and removed
 * @param values     of its placeholders, and of {@link #IS_NEWS}
 */
record Settling(String expression, Map<String, AttributeValue> values) {

    /** Also, that there is an item. */
    static final String IS_NEWS = "stage < :stage";

    private static final String STAGE = ":stage";
    private static final String AT = ":at";
    private static final String BY = ":by";
    private static final String CODE = ":code";
    private static final String DETAIL = ":detail";

    private static final String KNOWN = " REMOVE unknownOf, unknownKey";

    private static final String UNKNOWN =
            "SET stage = :stage, settledAt = :at, settledBy = :by, detail = :detail, unknownOf = :store, unknownKey ="
                    + " :key";
    private static final String EXCLUDED = "SET stage = :stage, settledAt = :at, reason = :code" + KNOWN;
    private static final String SENT = "SET stage = :stage, handover = :handover" + KNOWN;
    private static final String DELIVERED = "SET stage = :stage, settledAt = :at, settledBy = :by" + KNOWN;
    private static final String FAILED =
            "SET stage = :stage, settledAt = :at, settledBy = :by, reason = :code, detail = :detail" + KNOWN;

    /** The same, which says in the same write who counts the message. */
    Settling countedBy(String who) {
        if (who.isEmpty()) {
            return this;
        }
        var more = new HashMap<>(values);
        more.put(":countedBy", text(who));
        return new Settling(expression.replaceFirst("^SET ", "SET countedBy = :countedBy, "), more);
    }

    static Settling of(StoreId store, MessageId id, Outcome outcome) {
        var stage = Stage.of(outcome.state());
        return switch (outcome) {
            case Outcome.Unknown(var at, var provider, var reason) ->
                new Settling(
                        UNKNOWN,
                        Map.of(
                                STAGE,
                                stage,
                                AT,
                                text(at),
                                BY,
                                text(provider),
                                DETAIL,
                                MessageItem.shortened(reason),
                                ":store",
                                text(store.value()),
                                ":key",
                                MessageKeys.unknown(id)));
            case Outcome.Excluded(var at, var reason) ->
                new Settling(EXCLUDED, Map.of(STAGE, stage, AT, text(at), CODE, text(reason.name())));
            case Outcome.Sent sent -> new Settling(SENT, Map.of(STAGE, stage, ":handover", MessageItem.handover(sent)));
            case Outcome.Delivered(var at, var provider) ->
                new Settling(DELIVERED, Map.of(STAGE, stage, AT, text(at), BY, text(provider)));
            case Outcome.Failed(var at, var provider, var code, var message) ->
                new Settling(
                        FAILED,
                        Map.of(
                                STAGE, stage,
                                AT, text(at),
                                BY, text(provider),
                                CODE, MessageItem.shortened(code),
                                DETAIL, MessageItem.shortened(message)));
        };
    }
}
