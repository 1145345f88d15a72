package dev.groundswell.core.message;

import java.time.Instant;

/** What became of a message, as far as somebody knows. Which of several counts, {@link MessageState} says. */
public sealed interface Outcome {

    MessageState state();

    /** When it happened or, where that is not known, when it was learnt. */
    Instant at();

    /**
     * It may have been sent.
     *
     * @param provider the id of the one that was asked; empty where whoever asked died
     */
    record Unknown(Instant at, String provider, String reason) implements Outcome {

        public Unknown(Instant at, String reason) {
            this(at, "", reason);
        }

        @Override
        public MessageState state() {
            return MessageState.UNKNOWN;
        }
    }

    /** It is not sent. */
    record Excluded(Instant at, ExclusionReason reason) implements Outcome {

        @Override
        public MessageState state() {
            return MessageState.EXCLUDED;
        }
    }

    /**
     * A provider took it.
     *
     * @param provider the provider's id
     */
    record Sent(Instant at, String provider, String providerMessageId) implements Outcome {

        @Override
        public MessageState state() {
            return MessageState.SENT;
        }
    }

    /** @param provider the id of the one that says so */
    record Delivered(Instant at, String provider) implements Outcome {

        @Override
        public MessageState state() {
            return MessageState.DELIVERED;
        }
    }

    /**
     * A provider refused it or could not deliver it.
     *
     * @param provider its id; empty where none was asked
     * @param code     in the provider's words
     */
    record Failed(Instant at, String provider, String code, String message) implements Outcome {

        @Override
        public MessageState state() {
            return MessageState.FAILED;
        }
    }
}
