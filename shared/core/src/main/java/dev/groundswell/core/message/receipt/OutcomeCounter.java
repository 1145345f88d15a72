package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;

/** Where whoever sent a message counts its outcome. */
@FunctionalInterface
public interface OutcomeCounter {

    /**
     * Counts the message, at its draft's place, by its state, unless it is counted by a later one. Again, and in any order,
     * the same; so it may be called for what is counted already, after a crash. A message that it knows no place of, such as a
     * test's, is none of its business.
     *
     * @param message as its entry says it is
     */
    void count(StoreId store, Message message);

    /** Counts all of them; whoever can count some together, in fewer writes, does. */
    default void count(StoreId store, Collection<Message> messages) {
        messages.forEach(message -> count(store, message));
    }

    /** Lets this one and another count, each what is its own. */
    default OutcomeCounter and(OutcomeCounter other) {
        var one = this;
        return new OutcomeCounter() {

            @Override
            public void count(StoreId store, Message message) {
                one.count(store, message);
                other.count(store, message);
            }

            @Override
            public void count(StoreId store, Collection<Message> messages) {
                one.count(store, messages);
                other.count(store, messages);
            }
        };
    }
}
