package dev.groundswell.cloud.message;

import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of the table {@code Messages}. All of an address is the partition {@code store|address}: {@code m#purpose} for each
 * message, {@code cap#day} for those that count towards the cap of a day.
 */
final class MessageKeys {

    static final String PK = "pk";
    static final String SK = "sk";
    static final String MESSAGES = "m#";

    /** There while a message is unknown: by them the index {@code byUnknown} knows it. */
    static final String UNKNOWN_OF = "unknownOf";

    static final String UNKNOWN_KEY = "unknownKey";

    private MessageKeys() {}

    static AttributeValue partition(StoreId store, AddressKey address) {
        return AttributeValue.fromS(store.value() + "|" + address.value());
    }

    static Map<String, AttributeValue> message(StoreId store, MessageId id) {
        return Map.of(PK, partition(store, id.address()), SK, sort(id));
    }

    static AttributeValue sort(MessageId id) {
        return AttributeValue.fromS(MESSAGES + id.purpose());
    }

    static Map<String, AttributeValue> cap(StoreId store, AddressKey address, LocalDate day) {
        return Map.of(PK, partition(store, address), SK, AttributeValue.fromS("cap#" + day));
    }

    /** A hash sign is in no address's key. */
    static Map<String, AttributeValue> handovers(StoreId store, String owner) {
        return Map.of(
                PK, AttributeValue.fromS(store.value() + "|claim#" + owner), SK, AttributeValue.fromS("handovers"));
    }

    /** The id that an item's keys tell. */
    static MessageId id(String pk, String sk) {
        return new MessageId(new AddressKey(pk.substring(pk.indexOf('|') + 1)), sk.substring(MESSAGES.length()));
    }

    /** Where an unknown message stands among those of its store. A hyphen sorts before a full stop, and both after this. */
    static AttributeValue unknown(MessageId id) {
        return AttributeValue.fromS(id.purpose() + "!" + id.address());
    }
}
