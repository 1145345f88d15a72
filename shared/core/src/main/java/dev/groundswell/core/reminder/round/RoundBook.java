package dev.groundswell.core.reminder.round;

import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Optional;

/** Where stores' rounds are kept. */
public interface RoundBook {

    /**
     * Keeps it if none of its id is kept.
     *
     * @return the one that is kept then
     */
    Round add(StoreId store, Round round);

    Optional<Round> find(StoreId store, TaskId id);

    /** Those of greater ids first. */
    List<Round> newest(StoreId store, int limit);
}
