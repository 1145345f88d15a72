package dev.groundswell.core.message;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.order.BuyerId;

/**
 * A message that is to be sent, once.
 *
 * @param place where its outcome is counted, in the words of whoever sends it, e.g. {@code 0007/412} for a chunk and a member
 */
public record Draft(MessageId id, Address address, BuyerId buyer, MessageKind kind, Content content, String place) {

    public Draft {
        if (!id.address().equals(AddressKey.of(address)) || content.channel() != address.channel()) {
            throw new IllegalArgumentException("The message's id or content is not for its address.");
        }
    }

    /** Never an address or a text in a log. */
    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
