package dev.groundswell.core.reminder.task;

import dev.groundswell.core.time.TimedId;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The id of a reminder task, which grows with time: {@code 20261111T000000Z-5f3a9c1e}. */
public record TaskId(String value) implements Comparable<TaskId> {

    public TaskId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("No reminder task is named '" + value + "'.");
        }
    }

    public static boolean isValid(String value) {
        return TimedId.isValid(value);
    }

    public static TaskId of(Instant now, RandomGenerator random) {
        return new TaskId(TimedId.of(now, random.nextInt()));
    }

    @Override
    public int compareTo(TaskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
