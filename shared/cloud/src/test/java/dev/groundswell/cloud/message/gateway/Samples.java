package dev.groundswell.cloud.message.gateway;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.provider.EmailGateway.Mail;
import dev.groundswell.core.message.provider.PaceLimits;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.Provider.Sender;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.provider.ProviderKind;
import dev.groundswell.core.message.provider.SmsGateway.Sms;
import dev.groundswell.core.store.StoreId;
import java.util.Map;
import java.util.Set;

/** Messages and providers of these tests. */
final class Samples {

    static final StoreId STORE = new StoreId("demo");

    private Samples() {}

    static Sms sms() {
        var to = new Phone("+8613727494530");
        return new Sms(id(to), to, MessageKind.MARKETING, new Content.Sms("【店】今晚八点开始，拒收请回复R", 1));
    }

    static Mail mail(String to) {
        var address = new Email(to);
        return new Mail(
                id(address),
                address,
                MessageKind.MARKETING,
                new Content.Mail(
                        "Tonight & \"tomorrow\"",
                        "<p>Hello &amp; welcome</p>",
                        "Hello & welcome",
                        Map.of("List-Unsubscribe", "<https://shop.example/u/1>")));
    }

    static MessageId id(Address address) {
        return new MessageId(AddressKey.of(address), "c.20261111T000000Z-5f3a9c1e");
    }

    static Provider provider(String id, ProviderKind kind, Sender sender) {
        return new Provider(
                new ProviderId(id),
                kind == ProviderKind.SES ? Channel.EMAIL : Channel.SMS,
                kind,
                true,
                100,
                Set.of(),
                4_000,
                new PaceLimits(20, Map.of(), 0),
                sender,
                1);
    }
}
