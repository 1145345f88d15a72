package dev.groundswell.core.wallet;

/**
 * What messages cost.
 *
 * @param perThousand minor units for 1,000 parts of SMS, or e-mails
 */
public record Price(long perThousand) {

    private static final long THOUSAND = 1_000;

    public Price {
        if (perThousand < 0) {
            throw new IllegalArgumentException("A price is not negative.");
        }
    }

    /**
     * Rounded up to the minor unit. So it is dearer in many pieces than in one: what is settled in pieces is reserved as the sum
     * of the same pieces.
     *
     * @throws ArithmeticException if it exceeds 63 bits
     */
    public long of(long parts) {
        return Math.ceilDiv(Math.multiplyExact(parts, perThousand), THOUSAND);
    }
}
