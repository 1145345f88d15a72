package dev.groundswell.core.audience;

import dev.groundswell.core.store.StoreId;

/** Asks for a shard to be folded, some time soon; a hint, which may be lost or come twice. */
@FunctionalInterface
public interface Compactions {

    void ask(StoreId store, int shard);
}
