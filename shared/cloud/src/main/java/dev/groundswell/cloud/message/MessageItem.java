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

/**
 * The attributes of a message's item. It stays below 1 KB, which is what a write unit is, and has few attributes: each costs
 * about two microseconds of every message's CPU time. So what is written and read together is one text, and what is usual is
 * not written.
 */
final class MessageItem {

    static final String CLAIM = "claim";

    private static final String STAGE = "stage";
    private static final String ADDRESS = "address";
    private static final String BUYER = "buyer";
    private static final String PLACE = "place";

    /** Only if it is not {@link MessageKind#MARKETING}. */
    private static final String KIND = "kind";

    /** Only if it is not one. */
    private static final String PARTS = "parts";

    private static final String HANDOVER = "handover";
    private static final String SETTLED_AT = "settledAt";
    private static final String SETTLED_BY = "settledBy";

    /** An {@link ExclusionReason}, or a provider's code. */
    private static final String REASON = "reason";

    private static final String DETAIL = "detail";
    private static final String RESENT_AS = "resentAs";

    /** Only of a message that a receipt settled. */
    private static final String COUNTED_BY = "countedBy";

    static final String EXPIRES_AT = "expiresAt";

    /** Between what is packed into one text; the last of it may contain more of them. */
    private static final String BETWEEN = "/";

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

    static AttributeValue shortened(String value) {
        return text(value.length() <= MAX_DETAIL ? value : value.substring(0, MAX_DETAIL));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    // ---- new items

    /** What all that are claimed together have in common. */
    static Map<String, AttributeValue> claimed(Message.Claim claim) {
        return Map.of(STAGE, Stage.CLAIMED, CLAIM, claim(claim), EXPIRES_AT, expiry(claim.at()));
    }

    /** What all that are excluded together have in common, which nobody claimed. */
    static Map<String, AttributeValue> excluded(ExclusionReason reason, Instant at) {
        return Map.of(
                STAGE, Stage.of(MessageState.EXCLUDED),
                REASON, text(reason.name()),
                SETTLED_AT, text(at),
                EXPIRES_AT, expiry(at));
    }

    private static AttributeValue expiry(Instant at) {
        return expiry(at, KEPT);
    }

    static AttributeValue expiry(Instant at, Duration kept) {
        return number(at.plus(kept).getEpochSecond());
    }

    /** Of what it has in common with others, and the draft's own. */
    static Map<String, AttributeValue> item(StoreId store, Draft draft, Map<String, AttributeValue> common) {
        var item = new HashMap<>(common);
        item.put(MessageKeys.PK, MessageKeys.partition(store, draft.id().address()));
        item.put(MessageKeys.SK, MessageKeys.sort(draft.id()));
        item.put(ADDRESS, text(draft.address().text()));
        item.put(BUYER, text(draft.buyer().value()));
        item.put(PLACE, text(draft.place()));
        if (draft.kind() != MessageKind.MARKETING) {
            item.put(KIND, text(draft.kind().name()));
        }
        if (draft.content().parts() != 1) {
            item.put(PARTS, number(draft.content().parts()));
        }
        return item;
    }

    static AttributeValue claim(Message.Claim claim) {
        return text(claim.at() + BETWEEN + claim.sendBefore() + BETWEEN + claim.owner());
    }

    static AttributeValue handover(Outcome.Sent sent) {
        return text(sent.at() + BETWEEN + sent.provider() + BETWEEN + sent.providerMessageId());
    }

    // ---- items that were read

    static MessageId id(Item item) {
        return MessageKeys.id(item.text(MessageKeys.PK), item.text(MessageKeys.SK));
    }

    /** Whose claim it was, where that claim's {@link Handovers} may know more than the item. */
    static Optional<String> unnotedOwner(Item item) {
        return item.has(HANDOVER) || Stage.read(item.text(STAGE)) == MessageState.EXCLUDED
                ? Optional.empty()
                : item.find(CLAIM).map(claim -> claim(claim).owner());
    }

    /** As if the handover had been written into the item. */
    static Item handedOver(Item item, AttributeValue handover) {
        var attributes = new HashMap<>(item.attributes());
        attributes.put(HANDOVER, handover);
        if (MessageState.SENT.overrules(Stage.read(item.text(STAGE)))) {
            attributes.put(STAGE, Stage.of(MessageState.SENT));
        }
        return new Item(attributes);
    }

    static Message message(Item item) {
        var id = id(item);
        var handover = item.find(HANDOVER).map(MessageItem::handover);
        return new Message(
                id,
                facts(id, item),
                item.find(CLAIM).map(MessageItem::claim),
                outcome(item, handover),
                handover,
                item.find(RESENT_AS).flatMap(again -> MessageId.parse(again.s())));
    }

    static String countedBy(Item item) {
        return item.find(COUNTED_BY).map(AttributeValue::s).orElse("");
    }

    private static Message.Facts facts(MessageId id, Item item) {
        return new Message.Facts(
                item.find(ADDRESS).map(address -> Address.of(id.address().channel(), address.s())),
                new BuyerId(item.text(BUYER)),
                item.find(KIND).map(kind -> MessageKind.valueOf(kind.s())).orElse(MessageKind.MARKETING),
                item.find(PARTS).map(parts -> Integer.parseInt(parts.n())).orElse(1),
                item.text(PLACE));
    }

    private static Message.Claim claim(AttributeValue value) {
        var claim = value.s().split(BETWEEN, 3);
        return new Message.Claim(claim[2], Instant.parse(claim[0]), Instant.parse(claim[1]));
    }

    private static Outcome.Sent handover(AttributeValue value) {
        var handover = value.s().split(BETWEEN, 3);
        return new Outcome.Sent(Instant.parse(handover[0]), handover[1], handover[2]);
    }

    private static Optional<Outcome> outcome(Item item, Optional<Outcome.Sent> handover) {
        return switch (Stage.read(item.text(STAGE))) {
            case CLAIMED -> Optional.empty();
            case UNKNOWN -> Optional.of(new Outcome.Unknown(settledAt(item), item.text(SETTLED_BY), item.text(DETAIL)));
            case EXCLUDED ->
                Optional.of(new Outcome.Excluded(settledAt(item), ExclusionReason.valueOf(item.text(REASON))));
            case SENT -> Optional.of(handover.orElseThrow());
            case DELIVERED -> Optional.of(new Outcome.Delivered(settledAt(item), item.text(SETTLED_BY)));
            case FAILED ->
                Optional.of(new Outcome.Failed(
                        settledAt(item), item.text(SETTLED_BY), item.text(REASON), item.text(DETAIL)));
        };
    }

    private static Instant settledAt(Item item) {
        return Instant.parse(item.text(SETTLED_AT));
    }
}
