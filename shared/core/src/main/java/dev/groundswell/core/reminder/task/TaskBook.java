package dev.groundswell.core.reminder.task;

import java.util.List;

/**
 * A store's reminder tasks.
 *
 * @param revision counted up by each change; 0 for none ever
 */
public record TaskBook(long revision, List<ReminderTask> tasks) {

    /** They are read by each sweep, and judged for each order. */
    public static final int MAX_TASKS = 50;

    public static final TaskBook EMPTY = new TaskBook(0, List.of());

    public TaskBook {
        tasks = List.copyOf(tasks);
    }
}
