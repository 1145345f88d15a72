package dev.groundswell.cloud.metrics;

import static dev.groundswell.cloud.metrics.CounterKeys.REMINDER_FIGURES;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.metrics.ReminderCounters;
import dev.groundswell.core.metrics.ReminderCounts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The reminders among the counters of the table {@code Metrics}: a query for the days of a task, the lanes of each added up. */
public final class ReminderCounterTable implements ReminderCounters {

    private final DynamoDbClient client;
    private final String table;

    public ReminderCounterTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public SortedMap<LocalDate, ReminderCounts> ofTask(StoreId store, String task, LocalDate from, LocalDate to) {
        var days = new TreeMap<LocalDate, ReminderCounts>();
        client.queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :afterTo")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS(CounterKeys.remindersPartition(store, task)),
                                ":from", AttributeValue.fromS(from.toString()),
                                ":afterTo", AttributeValue.fromS(to.plusDays(1).toString()))))
                .items()
                .forEach(item -> days.merge(CounterKeys.day(item), counts(item), ReminderCounts::plus));
        days.values().removeIf(ReminderCounts::isZero);
        return days;
    }

    static ReminderCounts counts(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        var figures = REMINDER_FIGURES.stream()
                .mapToLong(figure -> item.numberOrZero(figure.name()))
                .toArray();
        var dropped = new EnumMap<DropReason, Long>(DropReason.class);
        for (var reason : DropReason.values()) {
            dropped.put(reason, item.numberOrZero(CounterKeys.attribute(reason)));
        }
        return new ReminderCounts(
                figures[0],
                figures[1],
                figures[2],
                figures[3],
                dropped,
                figures[4],
                figures[5],
                figures[6],
                figures[7],
                figures[8]);
    }
}
