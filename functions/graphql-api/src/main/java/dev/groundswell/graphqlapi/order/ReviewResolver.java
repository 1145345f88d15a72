package dev.groundswell.graphqlapi.order;

import dev.groundswell.core.order.Review;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class ReviewResolver extends ObjectResolver<Review> {

    public ReviewResolver() {
        super("Review", Review.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Review review, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "score" -> review.score();
            case "at" -> review.at();
            default -> throw withoutCase(field);
        };
    }
}
