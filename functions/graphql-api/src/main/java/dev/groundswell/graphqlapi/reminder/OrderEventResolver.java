package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.explain.OrderExplanation.Event;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class OrderEventResolver extends ObjectResolver<Event> {

    OrderEventResolver() {
        super("OrderEvent", Event.class);
    }

    @Override
    protected Object resolve(String field, Event event, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "at" -> event.at();
            case "text" -> event.text();
            default -> throw withoutCase(field);
        };
    }
}
