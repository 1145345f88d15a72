package dev.groundswell.core.wallet;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stores' wallets. Every movement has an id of its caller's and happens once, however often and by however many it is asked
 * for, whatever crashes between; and it is on the ledger exactly if it happened. Amounts are minor units of the store's currency.
 * Ids have 1 to {@value #MAX_ID} characters: letters, digits, hyphens, underscores, full stops, colons and slashes.
 */
public interface Wallets {

    int MAX_ID = 150;

    /** What a page of the ledger has at most. */
    int MAX_PAGE = 100;

    /** A thousand times what a promotion of the reference costs; so sums stay far below what a number holds. */
    long MAX_AMOUNT = 1_000_000_000_000L;

    /** Strongly consistent. */
    Wallet find(StoreId store);

    /**
     * Pays in.
     *
     * @param id     of the payment
     * @param amount 1 to {@value #MAX_AMOUNT}
     * @return what is on the ledger under this id now; not what was asked for, where the id is known with something else
     */
    LedgerEntry recharge(StoreId store, String id, long amount, String by, Instant at);

    /**
     * Keeps an amount for a send, all of it or nothing. Again with the same id, it is the reservation as it stands, which may be
     * settled or released by then.
     *
     * @param id     of whatever is sent
     * @param amount 0 to {@value #MAX_AMOUNT}: what it costs at most
     */
    Reserving reserve(StoreId store, String id, long amount, String by, Instant at);

    /** What came of reserving. */
    sealed interface Reserving {

        record Reserved(Reservation reservation) implements Reserving {}

        /** Nothing has changed. */
        record Insufficient(long available) implements Reserving {}
    }

    /**
     * Spends a part of a reservation and gives another part of it back, once per id.
     *
     * @param id      of what is settled, unique within the store, e.g. {@code <campaign>/0007}
     * @param cost    what it cost, 0 or more
     * @param release what was kept for it beyond that, 0 or more
     */
    Settling settle(StoreId store, String reservation, String id, long cost, long release, Instant at);

    /** What came of settling. */
    enum Settling {
        SETTLED,
        /** An earlier call did it; this one changed nothing, whatever it asked for. */
        SETTLED_BEFORE,
        /** The reservation has less than this open, or there is none; nothing has changed. */
        BEYOND_RESERVATION
    }

    /** Gives back all that a reservation still keeps; again, nothing is left to give. Settle first what was sent. */
    void release(StoreId store, String reservation, Instant at);

    Optional<Reservation> reservation(StoreId store, String id);

    /**
     * Notes what a send that is scheduled is estimated to cost, in place of an earlier note. Only warnings look at it.
     *
     * @param id     of whatever is sent; reserving under the same id takes the note away
     * @param amount 0 takes the note away
     */
    void plan(StoreId store, String id, long amount);

    /**
     * The ledger, the latest first.
     *
     * @param after the place of the entry before; null for the first page
     * @param limit 1 to {@value #MAX_PAGE}
     */
    List<PlacedEntry> ledger(StoreId store, @Nullable String after, int limit);

    /** @param place where it is on the ledger, in the words of whatever keeps it */
    record PlacedEntry(LedgerEntry entry, String place) {}
}
