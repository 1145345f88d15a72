package dev.groundswell.core.campaign;

import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.send.Delivery;
import java.util.Optional;

/**
 * What was learnt of one member.
 *
 * @param parts of the message; 0 where there was none
 * @param taken by whom; empty where it costs nothing, as far as is known
 */
record Learnt(MemberOutcome outcome, int parts, Optional<Parts.Taken> taken) {

    static Learnt excluded(ExclusionReason reason) {
        return new Learnt(MemberOutcome.excluded(reason), 0, Optional.empty());
    }

    /** Of a message of the member's own; empty while somebody is sending it. One that was sent again is paid for by itself. */
    static Optional<Learnt> of(Message message) {
        return message.outcome()
                .map(outcome -> message.id().isAgain()
                        ? new Learnt(outcome(outcome), 0, Optional.empty())
                        : new Learnt(outcome(outcome), message.facts().parts(), Parts.of(message)));
    }

    private static MemberOutcome outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unknown _ -> MemberOutcome.UNKNOWN;
            case Outcome.Excluded excluded -> MemberOutcome.excluded(excluded.reason());
            case Outcome.Sent _ -> MemberOutcome.SENT;
            case Outcome.Delivered _ -> MemberOutcome.DELIVERED;
            case Outcome.Failed _ -> MemberOutcome.FAILED;
        };
    }

    /**
     * Of what came of sending it; empty where it is as if nobody had tried, or somebody else is at it.
     *
     * @param parts of the draft
     */
    static Optional<Learnt> of(Delivery delivery, int parts) {
        return switch (delivery) {
            case Delivery.Sent(var provider, var _) ->
                Optional.of(new Learnt(MemberOutcome.SENT, parts, Optional.of(new Parts.Taken(provider, parts))));
            case Delivery.Failed _ -> Optional.of(new Learnt(MemberOutcome.FAILED, parts, Optional.empty()));
            case Delivery.Unknown _ -> Optional.of(new Learnt(MemberOutcome.UNKNOWN, parts, Optional.empty()));
            case Delivery.Excluded(var reason) -> Optional.of(excluded(reason));
            case Delivery.Taken(var known) -> of(known);
            case Delivery.NotNow _ -> Optional.empty();
        };
    }
}
