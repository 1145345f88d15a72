package dev.groundswell.cloud.message;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of a message's item. It stays below 1 KB, which is what a write unit is. */
final class MessageItem {

    static final String STATE = "state";
    static final String OWNER = "owner";
    static final String SENT_AT = "sentAt";
    static final String PROVIDER = "provider";
    static final String PROVIDER_MESSAGE_ID = "providerMessageId";
    static final String SETTLED_AT = "settledAt";
    static final String SETTLED_BY = "settledBy";

    /** An {@link ExclusionReason}, or a provider's code. */
    static final String CODE = "code";

    static final String DETAIL = "detail";
    static final String EXPIRES_AT = "expiresAt";
    static final String RESENT_AS = "resentAs";

    /** There while it is unknown: by them the index {@code byUnknown} knows it. */
    static final String UNKNOWN_OF = "unknownOf";

    static final String UNKNOWN_KEY = "unknownKey";

    private static final String ADDRESS = "address";
    private static final String BUYER = "buyer";
    private static final String KIND = "kind";
    private static final String PARTS = "parts";
    private static final String PLACE = "place";
    private static final String CLAIMED_AT = "claimedAt";
    private static final String SEND_BEFORE = "sendBefore";

    private static final Duration KEPT = Duration.ofDays(Messages.KEPT_DAYS);

    /** Longer ones tell nobody more, and cost. */
    private static final int MAX_DETAIL = 200;

    private MessageItem() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue text(Instant value) {
        return AttributeValue.fromS(value.toString());
    }

    private static AttributeValue shortened(String value) {
        return text(value.length() <= MAX_DETAIL ? value : value.substring(0, MAX_DETAIL));
    }

    static AttributeValue expiry(Instant at) {
        return AttributeValue.fromN(Long.toString(at.plus(KEPT).getEpochSecond()));
    }

    /** What all that are claimed together have in common. */
    static Map<String, AttributeValue> claim(Message.Claim claim) {
        return Map.of(
                STATE, text(MessageState.CLAIMED.name()),
                OWNER, text(claim.owner()),
                CLAIMED_AT, text(claim.at()),
                SEND_BEFORE, text(claim.sendBefore()),
                EXPIRES_AT, expiry(claim.at()));
    }

    /** What all that are excluded together have in common, which nobody claimed. */
    static Map<String, AttributeValue> exclusion(ExclusionReason reason, Instant at) {
        return Map.of(
                STATE, text(MessageState.EXCLUDED.name()),
                CODE, text(reason.name()),
                SETTLED_AT, text(at),
                EXPIRES_AT, expiry(at));
    }

    /** A new item, of what it has in common with others and the draft's own. */
    static Map<String, AttributeValue> item(StoreId store, Draft draft, Map<String, AttributeValue> common) {
        var item = new HashMap<>(common);
        item.put(MessageKeys.PK, MessageKeys.partition(store, draft.id().address()));
        item.put(MessageKeys.SK, MessageKeys.sort(draft.id()));
        item.put(ADDRESS, text(draft.address().text()));
        item.put(BUYER, text(draft.buyer().value()));
        item.put(KIND, text(draft.kind().name()));
        item.put(PARTS, AttributeValue.fromN(Integer.toString(draft.content().parts())));
        item.put(PLACE, text(draft.place()));
        return item;
    }

    /** The values of the placeholders by which {@link Settling} writes an outcome. */
    static Map<String, AttributeValue> values(StoreId store, MessageId id, Outcome outcome) {
        var values = new HashMap<>(Settling.in(outcome.state()).lower());
        values.put(":" + STATE, text(outcome.state().name()));
        switch (outcome) {
            case Outcome.Unknown(var at, var reason) -> {
                values.put(":" + SETTLED_AT, text(at));
                values.put(":" + DETAIL, shortened(reason));
                values.put(":" + UNKNOWN_OF, text(store.value()));
                values.put(":" + UNKNOWN_KEY, MessageKeys.unknown(id));
            }
            case Outcome.Excluded(var at, var reason) -> {
                values.put(":" + SETTLED_AT, text(at));
                values.put(":" + CODE, text(reason.name()));
            }
            case Outcome.Sent(var at, var provider, var itsId) -> {
                values.put(":" + SENT_AT, text(at));
                values.put(":" + PROVIDER, text(provider));
                values.put(":" + PROVIDER_MESSAGE_ID, text(itsId));
            }
            case Outcome.Delivered(var at, var provider) -> {
                values.put(":" + SETTLED_AT, text(at));
                values.put(":" + SETTLED_BY, text(provider));
            }
            case Outcome.Failed(var at, var provider, var code, var message) -> {
                values.put(":" + SETTLED_AT, text(at));
                values.put(":" + SETTLED_BY, text(provider));
                values.put(":" + CODE, shortened(code));
                values.put(":" + DETAIL, shortened(message));
            }
        }
        return values;
    }

    static Message message(Item item) {
        var id = MessageKeys.id(item.text(MessageKeys.PK), item.text(MessageKeys.SK));
        return new Message(
                id,
                facts(id, item),
                item.has(OWNER)
                        ? Optional.of(
                                new Message.Claim(item.text(OWNER), time(item, CLAIMED_AT), time(item, SEND_BEFORE)))
                        : Optional.empty(),
                outcome(item),
                item.has(SENT_AT) ? Optional.of(sent(item)) : Optional.empty(),
                item.find(RESENT_AS).flatMap(again -> MessageId.parse(again.s())));
    }

    private static Message.Facts facts(MessageId id, Item item) {
        return new Message.Facts(
                Address.of(id.address().channel(), item.text(ADDRESS)),
                new BuyerId(item.text(BUYER)),
                MessageKind.valueOf(item.text(KIND)),
                (int) item.number(PARTS),
                item.text(PLACE));
    }

    private static Optional<Outcome> outcome(Item item) {
        return switch (MessageState.valueOf(item.text(STATE))) {
            case CLAIMED -> Optional.empty();
            case UNKNOWN -> Optional.of(new Outcome.Unknown(time(item, SETTLED_AT), item.text(DETAIL)));
            case EXCLUDED ->
                Optional.of(new Outcome.Excluded(time(item, SETTLED_AT), ExclusionReason.valueOf(item.text(CODE))));
            case SENT -> Optional.of(sent(item));
            case DELIVERED -> Optional.of(new Outcome.Delivered(time(item, SETTLED_AT), item.text(SETTLED_BY)));
            case FAILED ->
                Optional.of(new Outcome.Failed(
                        time(item, SETTLED_AT), item.text(SETTLED_BY), item.text(CODE), item.text(DETAIL)));
        };
    }

    private static Outcome.Sent sent(Item item) {
        return new Outcome.Sent(time(item, SENT_AT), item.text(PROVIDER), item.text(PROVIDER_MESSAGE_ID));
    }

    private static Instant time(Item item, String name) {
        return Instant.parse(item.text(name));
    }
}
