package dev.groundswell.core.message.text;

import dev.groundswell.core.contact.Channel;

/** A message as a person writes it: with variables, {@code {{name}}}, and without what the store adds to each. */
public sealed interface Wording {

    Channel channel();

    /** @param text without the signature and the way out, which the store's settings add where they are not written */
    record Sms(String text) implements Wording {

        @Override
        public Channel channel() {
            return Channel.SMS;
        }
    }

    /** @param text the same for those who read no HTML */
    record Mail(String subject, String html, String text) implements Wording {

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }
    }
}
