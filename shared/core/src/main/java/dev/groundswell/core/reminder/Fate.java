package dev.groundswell.core.reminder;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of a reminder that was due. */
public sealed interface Fate {

    /** It is never sent. */
    record Dropped(Instant at, DropReason reason) implements Fate {}

    /**
     * It goes out, or went, as one message, whose id is fixed from now on: also when the buyer's address changes, whoever tries
     * again sends this one or none.
     *
     * @param at          when it was chosen
     * @param batch       by which it is paid for
     * @param atMost      what it costs at the dearest provider's price, in thousandths of the minor unit
     * @param attribution how long after it was sent a payment counts as its own, as its task said then
     * @param news        how far its message has come, where that was written down; else it is {@linkplain #latest() presumed}
     * @param clicked     when the buyer first followed its link
     */
    record Chosen(
            Instant at,
            MessageId message,
            String batch,
            long atMost,
            Duration attribution,
            Optional<News> news,
            Optional<Instant> clicked)
            implements Fate {

        /**
         * How far its message has come for all that is written here. A provider took it as soon as it was chosen, unless
         * something else is said: that is what becomes of nearly all, and is not worth a write. The books know better.
         */
        public News latest() {
            return news.orElseGet(() -> new News(MessageState.SENT, at, Optional.empty(), atMost));
        }

        /** Whether that is what one takes for granted; when it was sent, seconds after it was chosen, is not. */
        public boolean presumes(News learnt) {
            return news.isEmpty() && learnt.state() == MessageState.SENT && learnt.cost() == atMost;
        }

        /** With that too, if it counts. */
        public Chosen with(News later) {
            var isNews =
                    news.map(known -> later.state().overrules(known.state())).orElse(true);
            return isNews ? new Chosen(at, message, batch, atMost, attribution, Optional.of(later), clicked) : this;
        }

        /** When a provider took it, for all that is written here; empty if none did, or if it did not arrive. */
        public Optional<Instant> takenAt() {
            return Optional.of(latest())
                    .filter(known -> known.state() == MessageState.SENT || known.state() == MessageState.DELIVERED)
                    .map(known -> known.sentAt().orElse(at));
        }

        /** With that click too, if it is the first one. */
        public Chosen clickedAt(Instant click) {
            var isFirst = clicked.map(click::isBefore).orElse(true);
            return isFirst ? new Chosen(at, message, batch, atMost, attribution, news, Optional.of(click)) : this;
        }
    }

    /**
     * @param at    of this state
     * @param sentAt when a provider took it; empty where that is not known
     * @param cost  in thousandths of the minor unit, at its provider's price, or, while nobody knows whether it is sent, at the
     *              dearest; 0 if it is not
     */
    record News(MessageState state, Instant at, Optional<Instant> sentAt, long cost) {}
}
