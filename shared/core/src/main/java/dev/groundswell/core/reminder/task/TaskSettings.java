package dev.groundswell.core.reminder.task;

import dev.groundswell.core.reminder.task.ReminderTask.Dates;
import dev.groundswell.core.reminder.task.ReminderTask.Hours;
import dev.groundswell.core.reminder.task.ReminderTask.Limits;
import dev.groundswell.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** What a store says of a reminder task: all that it is but for its id and age. See {@link ReminderTask}. */
public record TaskSettings(
        String name,
        boolean active,
        OrderKind kind,
        Schedule schedule,
        Hours hours,
        Dates dates,
        OrderConditions conditions,
        Limits limits,
        boolean unlessPaidSince,
        TaskTexts texts,
        Duration patience,
        Duration attribution) {

    public static TaskSettings of(ReminderTask task) {
        return new TaskSettings(
                task.name(),
                task.active(),
                task.kind(),
                task.schedule(),
                task.hours(),
                task.dates(),
                task.conditions(),
                task.limits(),
                task.unlessPaidSince(),
                task.texts(),
                task.patience(),
                task.attribution());
    }

    /** With the product's texts if it has none. */
    public TaskSettings orDefault(Store store) {
        return texts.texts().isEmpty()
                ? with(active, schedule, limits, new DefaultTexts(store).of(kind, texts.channel()))
                : this;
    }

    public TaskSettings switchedOn() {
        return with(true, schedule, limits, texts);
    }

    /** @param instant of the store's zone */
    public TaskSettings onceAt(LocalDateTime instant) {
        return with(active, new Schedule.At(List.of(instant)), limits, texts);
    }

    public TaskSettings onceADay() {
        return with(active, schedule, new Limits(true, limits.ofBuyer()), texts);
    }

    private TaskSettings with(boolean isActive, Schedule newSchedule, Limits newLimits, TaskTexts newTexts) {
        return new TaskSettings(
                name,
                isActive,
                kind,
                newSchedule,
                hours,
                dates,
                conditions,
                newLimits,
                unlessPaidSince,
                newTexts,
                patience,
                attribution);
    }

    /** Whether nothing has changed about which orders are reminded when, and it is not switched on just now. */
    boolean remindsAs(ReminderTask before) {
        return (before.active() || !active)
                && kind == before.kind()
                && schedule.equals(before.schedule())
                && hours.equals(before.hours())
                && dates.equals(before.dates())
                && conditions.equals(before.conditions());
    }

    /** The task that is so. */
    public ReminderTask task(TaskId id, Instant effectiveFrom) {
        return new ReminderTask(
                id,
                name,
                active,
                kind,
                schedule,
                hours,
                dates,
                conditions,
                limits,
                unlessPaidSince,
                texts,
                patience,
                attribution,
                effectiveFrom);
    }
}
