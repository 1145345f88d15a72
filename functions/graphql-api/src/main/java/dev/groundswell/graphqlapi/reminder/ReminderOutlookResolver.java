package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.money.Money;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class ReminderOutlookResolver extends ObjectResolver<StoreOutlook> {

    ReminderOutlookResolver() {
        super("ReminderOutlook", StoreOutlook.class);
    }

    @Override
    protected Object resolve(String field, StoreOutlook of, Supplier<DataFetchingEnvironment> query) {
        var outlook = of.outlook();
        return switch (field) {
            case "reminders" -> outlook.orders();
            case "dropped" -> DroppedCount.all(outlook.dropped());
            case "messagedToday" -> outlook.messagedToday();
            case "parts" -> outlook.parts();
            case "cost" -> new Money(outlook.cost(), of.store().currency());
            case "sample" ->
                outlook.sample().stream()
                        .map(each ->
                                new ReminderSample(each.order(), each.buyer(), each.ordinal(), of.at(), each.content()))
                        .toList();
            default -> throw withoutCase(field);
        };
    }
}
