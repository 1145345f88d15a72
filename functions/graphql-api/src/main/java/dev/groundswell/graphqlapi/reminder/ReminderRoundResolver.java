package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class ReminderRoundResolver extends ObjectResolver<StoreRound> {

    private final ReminderResults results;

    ReminderRoundResolver(ReminderResults results) {
        super("ReminderRound", StoreRound.class);
        this.results = results;
    }

    @Override
    protected Object resolve(String field, StoreRound of, Supplier<DataFetchingEnvironment> query) {
        var round = of.round();
        return switch (field) {
            case "id" -> round.id().value();
            case "name" -> round.terms().name();
            case "at" -> round.at();
            case "orders" -> round.orders();
            case "by" -> round.by();
            case "results" -> results.of(of);
            default -> throw withoutCase(field);
        };
    }
}
