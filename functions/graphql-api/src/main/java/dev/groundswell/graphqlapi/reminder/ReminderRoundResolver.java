package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.round.Round;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class ReminderRoundResolver extends ObjectResolver<Round> {

    ReminderRoundResolver() {
        super("ReminderRound", Round.class);
    }

    @Override
    protected Object resolve(String field, Round round, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "id" -> round.id().value();
            case "name" -> round.terms().name();
            case "at" -> round.at();
            case "orders" -> round.orders();
            case "by" -> round.by();
            default -> throw withoutCase(field);
        };
    }
}
