package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.graphqlapi.reminder.StoreResults.Figures;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class ReminderFiguresResolver extends ObjectResolver<Figures> {

    ReminderFiguresResolver() {
        super("ReminderFigures", Figures.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Figures figures, Supplier<DataFetchingEnvironment> query) {
        var counts = figures.counts();
        return switch (field) {
            case "due" -> counts.due();
            case "sent" -> counts.sent();
            case "delivered" -> counts.delivered();
            case "failed" -> counts.failed();
            case "unknown" -> counts.unknown();
            case "dropped" -> DroppedCount.all(counts.dropped());
            case "clicked" -> counts.clicked();
            case "paidAfter" -> counts.paid();
            case "recovered" -> figures.money(counts.recovered());
            case "refunds" -> figures.money(counts.refunds());
            case "cost" -> figures.money(counts.wholeCost());
            case "return" -> counts.returnOnCost().orElse(null);
            default -> throw withoutCase(field);
        };
    }
}
