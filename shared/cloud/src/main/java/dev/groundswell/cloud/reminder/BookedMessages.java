package dev.groundswell.cloud.reminder;

import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.reminder.round.RecentMessages;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Who was sent something of late, by the books of messages to the addresses that buyers have now. */
public final class BookedMessages implements RecentMessages {

    /** What may have reached a person, or is about to. */
    private static final Set<MessageState> SENT =
            Set.of(MessageState.CLAIMED, MessageState.UNKNOWN, MessageState.SENT, MessageState.DELIVERED);

    /** Each waits for DynamoDB and does little else. */
    private static final int ADDRESSES_AT_ONCE = 32;

    private final CustomerProfiles customers;
    private final Messages messages;

    public BookedMessages(CustomerProfiles customers, Messages messages) {
        this.customers = customers;
        this.messages = messages;
    }

    @Override
    public Set<BuyerId> since(StoreId store, Instant since, Collection<BuyerId> buyers) {
        var recent = new HashSet<BuyerId>();
        var toAsk = new LinkedHashMap<BuyerId, CustomerProfile>();
        customers.find(store, buyers).forEach((buyer, profile) -> {
            if (hasReceived(profile, since)) {
                recent.add(buyer);
            } else {
                toAsk.put(buyer, profile);
            }
        });
        FanOut.over(toAsk, ADDRESSES_AT_ONCE, profile -> isInBooks(store, profile, since))
                .forEach((buyer, isRecent) -> {
                    if (isRecent.orThrow()) {
                        recent.add(buyer);
                    }
                });
        return recent;
    }

    /** Known from receipts, and so without asking the books. */
    private static boolean hasReceived(CustomerProfile profile, Instant since) {
        return profile.messages().stream()
                .map(times -> times.lastReceivedAt())
                .anyMatch(at -> at != null && !at.isBefore(since));
    }

    private boolean isInBooks(StoreId store, CustomerProfile profile, Instant since) {
        return addresses(profile)
                .flatMap(address -> messages.ofAddress(store, AddressKey.of(address)).stream())
                .anyMatch(message ->
                        SENT.contains(message.state()) && !sentAt(message).isBefore(since));
    }

    private static Instant sentAt(Message message) {
        return message.handover().map(Outcome.Sent::at).orElseGet(message::since);
    }

    private static Stream<Address> addresses(CustomerProfile profile) {
        return Stream.<Address>of(profile.phone(), profile.email()).filter(Objects::nonNull);
    }
}
