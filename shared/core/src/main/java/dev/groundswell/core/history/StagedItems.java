package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where an item file's rows wait for the orders they belong to; they are forgotten after some days. */
public interface StagedItems {

    /** A row of the item file. */
    record ItemRow(long line, Map<String, Object> cells) {}

    /**
     * Keeps rows by their order's id; a row that is there already is the same row.
     *
     * @return the orders whose rows are more than can be kept; none of their rows here are
     */
    Set<String> stage(StoreId store, ImportId id, Map<String, List<ItemRow>> rows);

    /** The rows of orders, in the order of the item file; without the orders that have none. */
    Map<String, List<Map<String, Object>>> find(StoreId store, ImportId id, Set<String> orders);
}
