package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class OrderExplanationResolver extends ObjectResolver<StoreExplanation> {

    OrderExplanationResolver() {
        super("OrderExplanation", StoreExplanation.class);
    }

    @Override
    protected Object resolve(String field, StoreExplanation of, Supplier<DataFetchingEnvironment> query) {
        var explained = of.explained();
        return switch (field) {
            case "order" -> explained.order();
            case "next" -> explained.next();
            case "history" -> explained.history();
            case "reminders" ->
                explained.reminders().stream()
                        .map(reminder -> new StoreReminder(of.store(), reminder))
                        .toList();
            case "tasks" ->
                explained.verdicts().stream()
                        .map(verdict -> new StoreVerdict(of, verdict))
                        .toList();
            default -> throw withoutCase(field);
        };
    }
}
