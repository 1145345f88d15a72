package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.store.StoreId;

/** Where whoever sent a message counts its outcome. */
@FunctionalInterface
public interface OutcomeCounter {

    /**
     * Counts the message by this state, unless it is counted by a later one. Again, and in any order, the same; so it may be
     * called for what is counted already, after a crash.
     *
     * @param place of the message's draft
     * @param state what the message's item says: {@link MessageState#SENT}, {@link MessageState#DELIVERED} or
     *              {@link MessageState#FAILED}
     */
    void count(StoreId store, MessageId message, String place, MessageState state);
}
