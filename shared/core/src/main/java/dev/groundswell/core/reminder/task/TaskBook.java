package dev.groundswell.core.reminder.task;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A store's reminder tasks.
 *
 * @param revision counted up by each change; 0 for none ever
 * @param tasks    by id, the oldest first
 */
public record TaskBook(long revision, List<ReminderTask> tasks) {

    /** They are read by each sweep, and judged for each order. */
    public static final int MAX_TASKS = 50;

    public static final TaskBook EMPTY = new TaskBook(0, List.of());

    public TaskBook {
        tasks = tasks.stream().sorted(Comparator.comparing(ReminderTask::id)).toList();
    }

    public Optional<ReminderTask> find(TaskId id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /** The next revision, with this task added or in place of the one of its id. */
    public TaskBook with(ReminderTask task) {
        var others = tasks.stream().filter(each -> !each.id().equals(task.id()));
        return new TaskBook(revision + 1, Stream.concat(others, Stream.of(task)).toList());
    }

    /** The next revision, without the task of this id. */
    public TaskBook without(TaskId id) {
        return new TaskBook(
                revision + 1,
                tasks.stream().filter(task -> !task.id().equals(id)).toList());
    }
}
