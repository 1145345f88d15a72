package dev.groundswell.graphqlapi;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books of messages with something in them. */
final class MessageDesk {

    static final String CAMPAIGN = "20260617T040000Z-0000000c";
    static final Instant AT = Instant.parse("2026-06-17T17:00:00Z");

    private static final Phone PHONE = new Phone("+8613727494530");
    private static final Email EMAIL = new Email("ann@qq.com");

    static final MessageId UNKNOWN = new MessageId(AddressKey.of(PHONE), "c." + CAMPAIGN);
    static final MessageId SENT = new MessageId(AddressKey.of(PHONE), "c.20260617T040000Z-0000000e");

    private final MessagesInMemory messages;
    private final StoreId store;

    MessageDesk(MessagesInMemory messages, StoreId store) {
        this.messages = messages;
        this.store = store;
    }

    /** To the buyer B1, of the store's own campaigns. */
    static void hasOneOfEachKind(MessagesInMemory messages, StoreId store, String words) {
        var desk = new MessageDesk(messages, store);
        desk.unknown("c." + CAMPAIGN, words);
        messages.resend(store, desk.unknown("c.20260617T040000Z-0000000d", words));
        desk.settled("c.20260617T040000Z-0000000e", new Outcome.Sent(AT, "sms", words));
        desk.settled("c.20260617T040000Z-0000000f", new Outcome.Failed(AT, "sms", "INVALID", words));
        desk.settled("c.20260617T040000Z-00000010", new Outcome.Excluded(AT, ExclusionReason.BOUGHT_SINCE));
        desk.claimed(EMAIL, "t.1");
    }

    private MessageId unknown(String purpose, String words) {
        return settled(purpose, new Outcome.Unknown(AT, "p1", words));
    }

    private MessageId settled(String purpose, Outcome outcome) {
        var id = claimed(PHONE, purpose);
        messages.settle(store, id, outcome);
        return id;
    }

    private MessageId claimed(Address address, String purpose) {
        var id = new MessageId(AddressKey.of(address), purpose);
        var content = switch (address) {
            case Phone _ -> new Content.Sms("hello", 2);
            case Email _ -> new Content.Mail("hello", "<p>hello</p>", "hello", Map.of());
        };
        var draft = new Draft(id, address, new BuyerId("B1"), MessageKind.MARKETING, content, "00-0000-0000/0");
        var at = AT.minusSeconds(messages.all(store).size());
        messages.claim(store, new Message.Claim("w", at, AT), Optional.empty(), List.of(draft));
        return id;
    }
}
