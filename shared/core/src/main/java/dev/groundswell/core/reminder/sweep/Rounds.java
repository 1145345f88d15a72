package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.Map;

/** Rounds of reminders: by hand, or of a timed rule. What a round wants is a task that is only for the orders that it woke. */
@FunctionalInterface
public interface Rounds {

    /**
     * The terms of those that are known, by their ids.
     *
     * @param ids as {@link dev.groundswell.core.reminder.WakeUps.WakeUp#round} tells them; the same as those of their terms
     */
    Map<String, ReminderTask> find(StoreId store, Collection<String> ids);
}
