package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.task.ItemChoice;
import dev.groundswell.core.reminder.task.ReminderTask.Hours;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class ReminderTaskResolver extends ObjectResolver<StoreTask> {

    private final ReminderResults results;

    ReminderTaskResolver(ReminderResults results) {
        super("ReminderTask", StoreTask.class);
        this.results = results;
    }

    @Override
    protected @Nullable Object resolve(String field, StoreTask of, Supplier<DataFetchingEnvironment> query) {
        var task = of.task();
        return switch (field) {
            case "id" -> task.id().value();
            case "name" -> task.name();
            case "active" -> task.active();
            case "kind" -> task.kind();
            case "schedule" -> of;
            case "sendingHours" -> task.hours().equals(Hours.ALL_DAY) ? null : task.hours();
            case "orderedFrom" -> task.dates().from().orElse(null);
            case "orderedTo" -> task.dates().to().orElse(null);
            case "onceADay" -> task.limits().onceADay();
            case "perBuyer" ->
                task.limits().ofBuyer().isPresent() ? task.limits().ofBuyer().getAsInt() : null;
            case "unlessPaidSince" -> task.unlessPaidSince();
            case "channel" -> task.texts().channel();
            case "texts" -> task.texts().texts();
            case "patienceMinutes" -> task.patience().toMinutes();
            case "attributionDays" -> task.attribution().toDays();
            case "effectiveFrom" -> task.effectiveFrom();
            case "revision" -> of.revision();
            case "results" -> results.of(of, query.get());
            default -> condition(field, of);
        };
    }

    private @Nullable Object condition(String field, StoreTask of) {
        var conditions = of.task().conditions();
        return switch (field) {
            case "amounts" ->
                conditions.amounts().stream()
                        .map(range -> new StoreRange(of.store(), range))
                        .toList();
            case "blockedFlags" -> conditions.blockedFlags().stream().sorted().toList();
            case "onlyItems" -> conditions.items() instanceof ItemChoice.Only(var items) ? sorted(items) : null;
            case "exceptItems" -> conditions.items() instanceof ItemChoice.AllBut(var items) ? sorted(items) : null;
            case "customers" -> conditions.customers().orElse(null);
            default -> throw withoutCase(field);
        };
    }

    private static List<String> sorted(Set<String> items) {
        return items.stream().sorted().toList();
    }
}
