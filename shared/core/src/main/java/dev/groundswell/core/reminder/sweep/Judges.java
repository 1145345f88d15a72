package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.reminder.task.Judge;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.RoundJudge;
import dev.groundswell.core.reminder.task.TaskBook;
import dev.groundswell.core.reminder.task.TaskJudge;
import dev.groundswell.core.store.Store;
import java.util.Optional;

/** Who judges a store's orders at a moment: one by its tasks, and one by the terms of each round. */
record Judges(Store store, Judge ofTasks) {

    static Judges of(Store store, TaskBook book) {
        return new Judges(store, new TaskJudge(book.tasks(), store.zone()));
    }

    /** @param round its terms; empty: the tasks */
    Judge of(Optional<ReminderTask> round) {
        return round.<Judge>map(terms -> new RoundJudge(terms, store.zone())).orElse(ofTasks);
    }
}
