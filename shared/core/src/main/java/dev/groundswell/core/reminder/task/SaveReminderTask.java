package dev.groundswell.core.reminder.task;

import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Saves a new reminder task, or other settings of one; open orders are looked at again with it. */
public final class SaveReminderTask {

    private final ReminderTasks tasks;
    private final TaskEdits edits;
    private final MessageSettingsStore messages;
    private final InstantSource time;
    private final RandomGenerator random;

    public SaveReminderTask(
            ReminderTasks tasks, MessageSettingsStore messages, InstantSource time, RandomGenerator random) {
        this.tasks = tasks;
        this.edits = new TaskEdits(tasks);
        this.messages = messages;
        this.time = time;
        this.random = random;
    }

    /**
     * What is to be saved.
     *
     * @param id       of the task to change; empty for a new one
     * @param revision of the book that was read; empty to change whatever there is
     * @param settings without texts for those of the product
     */
    public record Request(Optional<TaskId> id, Optional<Long> revision, TaskSettings settings) {}

    /** What a setting can be wrong about. */
    public enum Field {
        NAME,
        SCHEDULE,
        DATES,
        AMOUNTS,
        FLAGS,
        ITEMS,
        LIMITS,
        TEXTS,
        PATIENCE,
        ATTRIBUTION,
        /** The store's tasks together. */
        TASKS
    }

    /** @param message a sentence that says what would be right */
    public record Misfit(Field field, String message) {}

    /** What came of it. */
    public sealed interface Result {

        /** @param revision of the book with it */
        record Saved(ReminderTask task, long revision) implements Result {}

        /** Somebody has saved tasks meanwhile; nothing was saved. */
        record Changed(TaskBook asItIs) implements Result {}

        record NotFound() implements Result {}

        /** @param misfits at least one */
        record Refused(List<Misfit> misfits) implements Result {

            public Refused {
                misfits = List.copyOf(misfits);
            }
        }
    }

    public Result save(Store store, Request request) {
        var settings = request.settings().orDefault(store);
        var misfits = TaskRules.misfits(store, messages.find(store.id()), settings);
        return misfits.isEmpty()
                ? edits.edit(
                        store.id(), book -> saved(store, new Request(request.id(), request.revision(), settings), book))
                : new Result.Refused(misfits);
    }

    /** Empty if somebody else was quicker. */
    private Optional<Result> saved(Store store, Request request, TaskBook book) {
        if (request.revision().filter(seen -> seen != book.revision()).isPresent()) {
            return Optional.of(new Result.Changed(book));
        }
        var now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        var task = request.id().isEmpty()
                ? Optional.of(request.settings().task(TaskId.of(now, random), now))
                : book.find(request.id().get()).map(before -> changed(before, request.settings(), now));
        return task.isEmpty() ? Optional.of(new Result.NotFound()) : written(store, task.get(), book.with(task.get()));
    }

    private Optional<Result> written(Store store, ReminderTask task, TaskBook book) {
        var misfits = TaskRules.misfits(book);
        if (!misfits.isEmpty()) {
            return Optional.of(new Result.Refused(misfits));
        }
        return tasks.save(store.id(), book) ? Optional.of(new Result.Saved(task, book.revision())) : Optional.empty();
    }

    /** One that is switched on, or gets other orders or times, starts anew: nothing is too late that was not its business. */
    private static ReminderTask changed(ReminderTask before, TaskSettings settings, Instant now) {
        return settings.task(before.id(), settings.remindsAs(before) ? before.effectiveFrom() : now);
    }
}
