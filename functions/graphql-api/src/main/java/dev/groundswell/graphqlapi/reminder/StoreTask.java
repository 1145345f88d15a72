package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.TaskBook;
import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.store.Store;
import java.util.List;
import java.util.Optional;

/**
 * A reminder task and whose it is: its times are the store's, and its money is of the store's currency.
 *
 * @param revision of the store's tasks together
 */
record StoreTask(Store store, ReminderTask task, long revision) {

    static List<StoreTask> all(Store store, TaskBook book) {
        return book.tasks().stream()
                .map(task -> new StoreTask(store, task, book.revision()))
                .toList();
    }

    static Optional<StoreTask> of(Store store, TaskBook book, TaskId id) {
        return book.find(id).map(task -> new StoreTask(store, task, book.revision()));
    }
}
