package dev.groundswell.core.message.send;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns the messages unknown whose owners claimed them and never said what became of them. A late answer or receipt still
 * settles them.
 */
public final class SettleExpiredClaims {

    /**
     * From the last moment at which an owner may ask a provider: 8 seconds for the answer, and the rest for writing it down, with a
     * retry or two. Whoever takes longer overrules it: the message was only shown as unknown for a moment.
     */
    public static final Duration GRACE = Duration.ofSeconds(15);

    private static final String SILENT = "Whoever was to send it ended before saying what became of it.";

    private final Claims claims;
    private final Messages messages;
    private final InstantSource clock;

    public SettleExpiredClaims(Claims claims, Messages messages, InstantSource clock) {
        this.claims = claims;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Gives up the expired ones.
     *
     * @param known as {@link Messages#find} found them
     * @return all of them, as they are now
     */
    public Map<MessageId, Message> settle(StoreId store, Map<MessageId, Message> known) {
        var now = clock.instant();
        var expired = known.values().stream()
                .filter(message -> isExpired(message, now))
                .toList();
        if (expired.isEmpty()) {
            return known;
        }
        claims.giveUp(store, new Outcome.Unknown(now, SILENT), expired);
        var after = new HashMap<>(known);
        ids(expired).forEach(after::remove);
        after.putAll(messages.find(store, ids(expired)));
        return after;
    }

    /** When a claim that nobody settles is given up. */
    public static Instant givenUpAt(Message.Claim claim) {
        return claim.sendBefore().plus(GRACE);
    }

    private static boolean isExpired(Message message, Instant now) {
        return message.state() == MessageState.CLAIMED
                && message.claim().map(claim -> givenUpAt(claim).isBefore(now)).orElse(false);
    }

    private static Collection<MessageId> ids(Collection<Message> messages) {
        return messages.stream().map(Message::id).toList();
    }
}
