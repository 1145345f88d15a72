package dev.groundswell.core.link;

import dev.groundswell.core.store.StoreId;

/** By what each store makes its links: so they cannot be guessed, and need no look-up to be made again. */
@FunctionalInterface
public interface LinkSecrets {

    /** As long as what SHA-256 gives. */
    int LENGTH = 32;

    /** {@link #LENGTH} bytes by chance, the same ones for ever; made when first asked for. */
    byte[] of(StoreId store);
}
