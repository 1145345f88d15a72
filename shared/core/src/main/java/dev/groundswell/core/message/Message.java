package dev.groundswell.core.message;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.order.BuyerId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as the books know it.
 *
 * @param claim    who has, or had, the right to send it; empty where it was excluded before anybody claimed it
 * @param outcome  what counts of all that is known of it; empty while it is {@link MessageState#CLAIMED}
 * @param handover when which provider took it, also where something else counts by now
 * @param resentAs the message by which a person had this one, which was unknown, sent again
 */
public record Message(
        MessageId id,
        Facts facts,
        Optional<Claim> claim,
        Optional<Outcome> outcome,
        Optional<Outcome.Sent> handover,
        Optional<MessageId> resentAs) {

    /**
     * What never changes of it.
     *
     * @param address empty once its {@linkplain Messages#forget owner was forgotten}
     * @param place   see {@link Draft}
     */
    public record Facts(Optional<Address> address, BuyerId buyer, MessageKind kind, int parts, String place) {

        public static Facts of(Draft draft) {
            return new Facts(
                    Optional.of(draft.address()),
                    draft.buyer(),
                    draft.kind(),
                    draft.content().parts(),
                    draft.place());
        }

        /** Never an address in a log. */
        @Override
        public String toString() {
            return "Facts[" + place + "]";
        }
    }

    /**
     * The right to send it, which one worker has.
     *
     * @param owner      unlike that of every other call that sends
     * @param sendBefore from here on its owner does not send it any more
     */
    public record Claim(String owner, Instant at, Instant sendBefore) {}

    public MessageState state() {
        return outcome.map(Outcome::state).orElse(MessageState.CLAIMED);
    }

    /** The id of the provider that was asked to send it; empty where nobody was, or where whoever asked died. */
    public Optional<String> provider() {
        return handover.map(Outcome.Sent::provider)
                .or(() -> outcome.map(Message::provider))
                .filter(provider -> !provider.isEmpty());
    }

    private static String provider(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unknown unknown -> unknown.provider();
            case Outcome.Excluded _ -> "";
            case Outcome.Sent sent -> sent.provider();
            case Outcome.Delivered delivered -> delivered.provider();
            case Outcome.Failed failed -> failed.provider();
        };
    }

    /** When the books first knew of it. */
    public Instant since() {
        return claim.map(Claim::at).or(() -> outcome.map(Outcome::at)).orElseThrow();
    }
}
