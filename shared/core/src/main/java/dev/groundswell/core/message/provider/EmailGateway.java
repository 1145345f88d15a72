package dev.groundswell.core.message.provider;

import dev.groundswell.core.contact.Email;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;
import java.util.List;

/** A provider that sends e-mail, many in a call. It is asked once for each call: nothing behind it tries again. */
public interface EmailGateway {

    /** SES's limit of a bulk call. */
    int MAX_MAILS = 50;

    /**
     * Never throws for what the provider or the network does; safe for many threads.
     *
     * @param mails 1 to {@link #MAX_MAILS}
     * @return one for each, in their order
     */
    List<Answer> send(List<Mail> mails);

    /** @param id goes along as a tag, so that events name it */
    record Mail(MessageId id, Email to, MessageKind kind, Content.Mail content) {}
}
