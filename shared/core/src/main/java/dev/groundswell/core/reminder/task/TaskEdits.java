package dev.groundswell.core.reminder.task;

import dev.groundswell.core.store.StoreId;
import java.util.Optional;
import java.util.function.Function;

/** Changes of a store's tasks, which are kept together, so that two people may change them at once. */
final class TaskEdits {

    /** More than two people who save at once need; somebody who is always overtaken is overtaken by a program. */
    private static final int MAX_ATTEMPTS = 5;

    private final ReminderTasks tasks;

    TaskEdits(ReminderTasks tasks) {
        this.tasks = tasks;
    }

    /**
     * @param attempt gets the tasks as they are, and is empty where it was overtaken; then it gets them again
     * @throws IllegalStateException if it always is
     */
    <R> R edit(StoreId store, Function<TaskBook, Optional<R>> attempt) {
        for (var tries = 0; tries < MAX_ATTEMPTS; tries++) {
            var result = attempt.apply(tasks.read(store));
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new IllegalStateException("The reminder tasks of store " + store + " change all the time.");
    }
}
