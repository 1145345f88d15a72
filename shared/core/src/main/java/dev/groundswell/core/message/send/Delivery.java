package dev.groundswell.core.message.send;

import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageState;
import java.util.Optional;

/** What {@link SendMessages} made of a draft. All but {@link NotNow} is in the books. */
public sealed interface Delivery {

    /** Where the message stands now; empty if it is as if nobody had tried. */
    Optional<MessageState> state();

    /** Whether somebody else is at it, or died at it. */
    default boolean isElsewhere() {
        return this instanceof Taken(var known) && known.state() == MessageState.CLAIMED;
    }

    /** A provider took it. */
    record Sent(String provider, int parts) implements Delivery {

        @Override
        public Optional<MessageState> state() {
            return Optional.of(MessageState.SENT);
        }
    }

    /** A provider refused it for good. */
    record Failed(String code, String message) implements Delivery {

        @Override
        public Optional<MessageState> state() {
            return Optional.of(MessageState.FAILED);
        }
    }

    /** It may have been sent. */
    record Unknown(String reason) implements Delivery {

        @Override
        public Optional<MessageState> state() {
            return Optional.of(MessageState.UNKNOWN);
        }
    }

    /** It is not sent. */
    record Excluded(ExclusionReason reason) implements Delivery {

        @Override
        public Optional<MessageState> state() {
            return Optional.of(MessageState.EXCLUDED);
        }
    }

    /** It has certainly not been sent, and may be later. */
    record NotNow(String why) implements Delivery {

        @Override
        public Optional<MessageState> state() {
            return Optional.empty();
        }
    }

    /** Its id was known before, by somebody else's claim or outcome, maybe for another buyer of the same address. */
    record Taken(Message known) implements Delivery {

        @Override
        public Optional<MessageState> state() {
            return Optional.of(known.state());
        }
    }
}
