package dev.groundswell.core.message.text;

import dev.groundswell.core.contact.Channel;
import java.nio.charset.StandardCharsets;

/** A message as a person writes it: with variables, {@code {{name}}}, and without what the store adds to each. */
public sealed interface Wording {

    /** Four times what carriers take, since sections may hold much of which little is said. */
    int MAX_SMS_LENGTH = 2_000;

    /** An item of DynamoDB holds it with all else that there is of a campaign; mail programs cut off half of it. */
    int MAX_MAIL_BYTES = 200_000;

    /** For people. */
    String LIMITS = "An SMS has at most " + MAX_SMS_LENGTH + " characters, an e-mail " + MAX_MAIL_BYTES + " bytes.";

    Channel channel();

    /** Whether it is more than the product keeps. */
    boolean isTooLarge();

    /** @param text without the signature and the way out, which the store's settings add where they are not written */
    record Sms(String text) implements Wording {

        @Override
        public Channel channel() {
            return Channel.SMS;
        }

        @Override
        public boolean isTooLarge() {
            return text.length() > MAX_SMS_LENGTH;
        }
    }

    /** @param text the same for those who read no HTML */
    record Mail(String subject, String html, String text) implements Wording {

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public boolean isTooLarge() {
            return bytes(subject) + bytes(html) + bytes(text) > MAX_MAIL_BYTES;
        }

        private static int bytes(String part) {
            return part.getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
