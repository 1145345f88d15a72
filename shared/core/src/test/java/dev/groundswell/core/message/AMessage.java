package dev.groundswell.core.message;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.order.BuyerId;
import java.util.Map;

/** Drafts for tests. */
public final class AMessage {

    private static final Content SMS = new Content.Sms("【店】hello 拒收请回复R", 2);
    private static final Content MAIL = new Content.Mail("Hello", "<p>hello</p>", "hello", Map.of());

    private AMessage() {}

    /** An SMS of two parts to the n-th person of a campaign. */
    public static Draft sms(String campaign, int person) {
        return to(new Phone("+86137" + (10_000_000 + person)), SMS, campaign, person);
    }

    /** An e-mail to the n-th person of a campaign. */
    public static Draft mail(String campaign, int person) {
        return to(new Email("p" + person + "@example.com"), MAIL, campaign, person);
    }

    private static Draft to(Address address, Content content, String campaign, int person) {
        var id = new MessageId(AddressKey.of(address), "c." + campaign);
        return new Draft(id, address, new BuyerId("b" + person), MessageKind.MARKETING, content, "0000/" + person);
    }
}
