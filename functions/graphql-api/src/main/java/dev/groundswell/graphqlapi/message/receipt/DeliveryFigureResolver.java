package dev.groundswell.graphqlapi.message.receipt;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class DeliveryFigureResolver extends ObjectResolver<DeliveryFigure> {

    DeliveryFigureResolver() {
        super("DeliveryFigure", DeliveryFigure.class);
    }

    @Override
    protected @Nullable Object resolve(String field, DeliveryFigure figure, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "date" -> figure.date();
            case "provider" -> orNull(figure.count().provider());
            case "destination" -> orNull(figure.count().destination());
            case "delivered" -> figure.count().delivered();
            case "failed" -> figure.count().failed();
            case "deliveryRate" -> figure.rate();
            default -> throw withoutCase(field);
        };
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
