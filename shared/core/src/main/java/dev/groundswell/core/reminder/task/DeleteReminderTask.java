package dev.groundswell.core.reminder.task;

import dev.groundswell.core.store.StoreId;
import java.util.Optional;

/** Deletes a reminder task; what it has reminded of stays known. */
public final class DeleteReminderTask {

    private final ReminderTasks tasks;
    private final TaskEdits edits;

    public DeleteReminderTask(ReminderTasks tasks) {
        this.tasks = tasks;
        this.edits = new TaskEdits(tasks);
    }

    /** What came of it. */
    public sealed interface Result {

        /** @param revision of the book without it */
        record Deleted(long revision) implements Result {}

        /** Somebody has saved tasks meanwhile; nothing was deleted. */
        record Changed(TaskBook asItIs) implements Result {}

        record NotFound() implements Result {}
    }

    /** @param revision of the book that was read; empty to delete it from whatever there is */
    public Result delete(StoreId store, TaskId id, Optional<Long> revision) {
        return edits.edit(store, book -> deleted(store, id, revision, book));
    }

    /** Empty if somebody else was quicker. */
    private Optional<Result> deleted(StoreId store, TaskId id, Optional<Long> revision, TaskBook book) {
        if (revision.filter(seen -> seen != book.revision()).isPresent()) {
            return Optional.of(new Result.Changed(book));
        }
        if (book.find(id).isEmpty()) {
            return Optional.of(new Result.NotFound());
        }
        var rest = book.without(id);
        return tasks.save(store, rest) ? Optional.of(new Result.Deleted(rest.revision())) : Optional.empty();
    }
}
