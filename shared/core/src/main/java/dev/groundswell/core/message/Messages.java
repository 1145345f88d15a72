package dev.groundswell.core.message;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The books of all messages: one entry each, which is the truth of what became of it. */
public interface Messages {

    /** Entries are kept for so many days, a little more than the longest comparison, of a year. */
    int KEPT_DAYS = 400;

    /** More of one address than anybody could read, and than any cap allows in {@link #KEPT_DAYS}. */
    int MAX_OF_ADDRESS = 1_000;

    /** Those that are known, read after every write that has ended. */
    Map<MessageId, Message> find(StoreId store, Collection<MessageId> ids);

    /** Those to an address, the newest first, up to {@link #MAX_OF_ADDRESS}. */
    List<Message> ofAddress(StoreId store, AddressKey address);

    /**
     * Writes down what became of messages, where it {@linkplain MessageState#overrules overrules} what was known.
     *
     * @return those that stay as they were, since what is known of them counts as much or more; without those that the books
     *     do not know
     */
    Map<MessageId, Message> settle(StoreId store, Map<MessageId, Outcome> outcomes);

    /**
     * The same for a single one.
     *
     * @return empty if the books do not know it
     */
    default Optional<Settled> settle(StoreId store, MessageId id, Outcome outcome) {
        return settle(store, id, outcome, "");
    }

    /**
     * The same, and says who counts the message among the outcomes of many, if this is news.
     *
     * @param countedBy up to 60 characters; empty where nobody counts it
     * @return empty if the books do not know it
     */
    Optional<Settled> settle(StoreId store, MessageId id, Outcome outcome, String countedBy);

    /**
     * @param message   as it is now
     * @param isNews    whether the outcome counts; false also the second time it is told
     * @param countedBy who counts the message as it is; empty where nobody does
     */
    record Settled(Message message, boolean isNews, String countedBy) {}

    /**
     * Says that another one counts the message.
     *
     * @param before who did
     * @return false if somebody else does already
     */
    boolean recount(StoreId store, MessageId id, String before, String countedBy);

    /**
     * Takes an address out of the entries of the buyer's messages to it. What became of them stays, under the address's key,
     * which tells nobody's address.
     */
    void forget(StoreId store, AddressKey address, BuyerId buyer);

    /**
     * Notes that a person has an unknown message sent {@linkplain MessageId#again again}. However often that is asked, it is
     * the same one message.
     *
     * @return empty if it is not unknown
     */
    Optional<Message> resend(StoreId store, MessageId id);

    /**
     * The messages that are {@link MessageState#UNKNOWN}, sorted by their purposes; a moment may pass before one is there.
     *
     * @param purpose what the purposes begin with; empty: of all
     * @param after   where the page before ended
     */
    List<Message> unknown(StoreId store, String purpose, Optional<MessageId> after, int limit);
}
