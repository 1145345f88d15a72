package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.task.Schedule;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;

final class ReminderScheduleResolver extends ObjectResolver<StoreTask> {

    ReminderScheduleResolver() {
        super("ReminderSchedule", StoreTask.class);
    }

    @Override
    protected Object resolve(String field, StoreTask of, Supplier<DataFetchingEnvironment> query) {
        var schedule = of.task().schedule();
        return switch (field) {
            case "afterMinutes" ->
                schedule instanceof Schedule.After(var after)
                        ? after.stream().map(Duration::toMinutes).toList()
                        : List.of();
            case "dailyAt" ->
                schedule instanceof Schedule.DailyAt(var times, var _)
                        ? times.stream().map(LocalTime::toString).toList()
                        : List.of();
            case "at" ->
                schedule instanceof Schedule.At(var at)
                        ? at.stream()
                                .map(time -> time.atZone(of.store().zone()).toInstant())
                                .toList()
                        : List.of();
            case "reminders" -> schedule.reminders();
            default -> throw withoutCase(field);
        };
    }
}
