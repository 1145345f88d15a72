package dev.groundswell.core.wallet;

import java.time.Instant;

/**
 * A movement, for good. The sums of all of a store's are its wallet.
 *
 * @param id        of the caller, unique among those of the kind
 * @param available what it added to what can be reserved, in minor units; negative for what it took
 * @param reserved  likewise to what is reserved
 * @param by        who caused it: the subject of a token, or what was sent
 */
public record LedgerEntry(String id, Kind kind, long available, long reserved, String by, Instant at) {

    /** Why money moved. */
    public enum Kind {
        /** It was paid in. */
        RECHARGE,
        /** It is kept for a send. */
        RESERVATION,
        /** Of what was kept a part is spent, and what was kept for that part beyond its cost is given back. */
        SETTLEMENT,
        /** What was kept and not needed is given back. */
        RELEASE
    }

    /** What it added to the balance; negative for what was spent. */
    public long balance() {
        return available + reserved;
    }
}
