package dev.groundswell.core.audience;

import dev.groundswell.core.store.StoreId;

/** A block of an earlier manifest was deleted: whoever reads by that manifest is too late, and begins anew with the latest. */
public final class BlockGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BlockGoneException(StoreId store, int shard, BlockId block) {
        super("Block " + block + " of shard " + shard + " of store " + store + " is gone.");
    }
}
