package dev.groundswell.core.wallet;

/**
 * What a store has for messages, in minor units of its currency.
 *
 * @param available what can be reserved
 * @param reserved  what is kept for sends that are not settled; never negative, nor is what is available
 * @param planned   what sends are estimated to cost that are scheduled and have reserved nothing yet
 */
public record Wallet(long available, long reserved, long planned) {

    public static final Wallet EMPTY = new Wallet(0, 0, 0);

    /** What was paid in and not spent. */
    public long balance() {
        return available + reserved;
    }

    /** Whether, once all that is planned is reserved, less is left than this; so it is told before a send fails. */
    public boolean isLow(long threshold) {
        return available - planned < threshold;
    }
}
