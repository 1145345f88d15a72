package dev.groundswell.graphqlapi.page;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields that all connections share. */
public final class ConnectionResolver extends ObjectResolver<Connection<?>> {

    /** @param type the name in the schema, e.g. {@code OrderConnection} */
    public ConnectionResolver(String type) {
        super(type, Connection.class);
    }

    @Override
    protected @Nullable Object resolve(
            String field, Connection<?> connection, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "edges" -> connection.edges();
            case "nodes" -> connection.nodes();
            case "pageInfo" -> connection;
            case "totalCount" -> connection.totalCount().get();
            default -> throw withoutCase(field);
        };
    }
}
