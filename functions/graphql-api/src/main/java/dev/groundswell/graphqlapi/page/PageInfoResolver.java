package dev.groundswell.graphqlapi.page;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ends of a page. */
public final class PageInfoResolver extends ObjectResolver<Connection<?>> {

    public PageInfoResolver() {
        super("PageInfo", Connection.class);
    }

    @Override
    protected @Nullable Object resolve(
            String field, Connection<?> connection, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "hasNextPage" -> connection.next().isPresent();
            case "hasPreviousPage" -> connection.hasPreviousPage();
            case "startCursor" -> connection.startCursor().orElse(null);
            case "endCursor" -> connection.endCursor().orElse(null);
            default -> throw withoutCase(field);
        };
    }
}
