package dev.groundswell.core.message.provider;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;

/** A provider that sends SMS. It is asked once for each call: nothing behind it tries again. */
public interface SmsGateway {

    /** Never throws for what the provider or the network does; safe for many threads. */
    Answer send(Sms sms);

    /** @param id goes along as a tag, so that receipts name it */
    record Sms(MessageId id, Phone to, MessageKind kind, Content.Sms content) {}
}
