package dev.groundswell.core.message.send;

import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may send which message: the right is given once for each id, together with a slot of the address's day. */
public interface Claims {

    /**
     * So many messages to an address on a day of the store, whoever sends them.
     *
     * @param messages at least 1
     */
    record DayCap(LocalDate day, int messages) {

        public DayCap {
            if (messages < 1) {
                throw new IllegalArgumentException("A cap of a day lets at least one message through.");
            }
        }
    }

    /** How a claim ended. */
    sealed interface Claimed {

        /** The caller's, who may send it. */
        record Mine() implements Claimed {}

        /** The cap of its address is reached; it is written down as {@link ExclusionReason#FREQUENCY_CAP}. */
        record Capped() implements Claimed {}

        /** The id was known before: somebody claims it, or it has an outcome. */
        record Taken(Message known) implements Claimed {}

        /** Others kept writing to its address; nothing was written. */
        record Busy() implements Claimed {}
    }

    /**
     * Claims messages, each with a slot of its address's day or not at all.
     *
     * @param cap empty: none, and no slot is taken
     * @return one for each draft
     */
    Map<MessageId, Claimed> claim(StoreId store, Message.Claim claim, Optional<DayCap> cap, List<Draft> drafts);

    /**
     * Gives claims and their slots back: the messages have certainly not been sent, and anybody may claim them again.
     *
     * @return those that are given back; the others are not, as they are not this claim's any more
     */
    Set<MessageId> release(StoreId store, Message.Claim claim, Optional<DayCap> cap, Collection<MessageId> ids);

    /**
     * Writes down what providers took of a claim, all together. It counts as each message's outcome, unless something overrules it.
     *
     * @param taken of that claim, not given up yet; whoever comes later {@linkplain
     *     dev.groundswell.core.message.Messages#settle settles} them
     */
    void handOver(StoreId store, Message.Claim claim, Map<MessageId, Outcome.Sent> taken);

    /** Claimed messages are not sent after all; their slots are given back. */
    void exclude(StoreId store, Optional<DayCap> cap, Instant at, Map<MessageId, ExclusionReason> reasons);

    /**
     * Claims whose owners are silent become unknown, each only if it is still the claim that was read.
     *
     * @return those that have become unknown
     */
    Set<MessageId> giveUp(StoreId store, Outcome.Unknown outcome, Collection<Message> claims);
}
