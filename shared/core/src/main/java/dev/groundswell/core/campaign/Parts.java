package dev.groundswell.core.campaign;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a chunk's messages that have to be paid for, or may have to be.
 *
 * @param taken   by provider
 * @param unknown of messages that may have been sent
 */
public record Parts(Map<String, Long> taken, long unknown) {

    public static final Parts NONE = new Parts(Map.of(), 0);

    public Parts {
        taken = Map.copyOf(taken);
    }

    /** That a provider took some parts of a message. */
    public record Taken(String provider, int parts) {}

    /** Whether it was taken, and by whom; a message that was refused at once costs nothing. */
    static Optional<Taken> of(Message message) {
        var parts = message.facts().parts();
        var handedOver = message.handover().map(sent -> new Taken(sent.provider(), parts));
        return handedOver.or(() -> message.outcome()
                .filter(Outcome.Delivered.class::isInstance)
                .map(Outcome.Delivered.class::cast)
                .map(delivered -> new Taken(delivered.provider(), parts)));
    }

    Parts plus(Taken more) {
        var all = new HashMap<>(taken);
        all.merge(more.provider(), (long) more.parts(), Long::sum);
        return new Parts(all, unknown);
    }

    Parts plusUnknown(int parts) {
        return new Parts(taken, unknown + parts);
    }

    Parts minusUnknown(int parts) {
        return new Parts(taken, unknown - parts);
    }
}
