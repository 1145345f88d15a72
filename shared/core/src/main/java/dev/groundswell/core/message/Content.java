package dev.groundswell.core.message;

import dev.groundswell.core.contact.Channel;
import java.util.Map;

/** What a person reads, every variable filled in. */
public sealed interface Content {

    Channel channel();

    /** What it takes of a provider's pace and price: an SMS's parts; an e-mail is one. */
    int parts();

    /** @param text with signature and, in marketing, the way out */
    record Sms(String text, int parts) implements Content {

        public Sms {
            if (parts < 1) {
                throw new IllegalArgumentException("An SMS has at least one part.");
            }
        }

        @Override
        public Channel channel() {
            return Channel.SMS;
        }
    }

    /**
     * @param text    the same for those who read no HTML
     * @param headers beyond the usual, e.g. {@code List-Unsubscribe}
     */
    record Mail(String subject, String html, String text, Map<String, String> headers) implements Content {

        public Mail {
            headers = Map.copyOf(headers);
        }

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public int parts() {
            return 1;
        }
    }
}
