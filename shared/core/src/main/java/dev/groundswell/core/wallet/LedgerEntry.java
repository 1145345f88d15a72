package dev.groundswell.core.wallet;

import java.time.Instant;

/**
 * A movement, for good.
 *
 * @param id          of the caller; a movement with an id that is on the ledger happened already
 * @param amount      in minor units, never negative; what it does follows from its kind
 * @param reservation what it belongs to; empty for a recharge
 * @param by          who caused it: the subject of a token, or the send itself
 */
public record LedgerEntry(String id, Kind kind, long amount, String reservation, String by, Instant at) {

    /** What moves from where to where. */
    public enum Kind {
        /** Paid in: available is more. */
        RECHARGE,
        /** Kept for a send: from available to reserved. */
        RESERVATION,
        /** Spent: reserved is less. */
        CHARGE,
        /** Not needed: from reserved to available. */
        RELEASE
    }
}
