package dev.groundswell.core.campaign;

import java.util.Optional;

/**
 * How much of what was reserved for a chunk has been settled. A step is written down before the wallet is asked for it, so
 * that asking again, after a crash, asks for the same.
 *
 * @param steps    how many there have been
 * @param paid     in minor units, of what was reserved
 * @param released likewise, given back
 * @param step     the next one, which the wallet may have done or not
 */
public record Payment(int steps, long paid, long released, Optional<Step> step) {

    public static final Payment NONE = new Payment(0, 0, 0, Optional.empty());

    /**
     * @param amount  to be paid
     * @param release to be given back
     */
    public record Step(long amount, long release) {}

    /**
     * What is to be settled so that as much is paid as is owed, and only what may be owed yet is kept back. What was paid or given
     * back is so for good.
     *
     * @param reserved for the chunk
     * @param owed     for what was taken
     * @param kept     for what may have been taken
     */
    Payment next(long reserved, long owed, long kept) {
        if (step.isPresent()) {
            return this;
        }
        var open = reserved - paid - released;
        var amount = Math.clamp(owed - paid, 0, open);
        var release = Math.max(0, open - amount - kept);
        return amount == 0 && release == 0
                ? this
                : new Payment(steps, paid, released, Optional.of(new Step(amount, release)));
    }

    /** With the step done. */
    Payment done() {
        return step.map(it -> new Payment(steps + 1, paid + it.amount(), released + it.release(), Optional.empty()))
                .orElse(this);
    }
}
