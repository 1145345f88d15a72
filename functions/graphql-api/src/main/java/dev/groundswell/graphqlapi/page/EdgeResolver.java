package dev.groundswell.graphqlapi.page;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

/** The fields that all edges share. */
public final class EdgeResolver extends ObjectResolver<Connection.Edge<?>> {

    /** @param type the name in the schema, e.g. {@code OrderEdge} */
    public EdgeResolver(String type) {
        super(type, Connection.Edge.class);
    }

    @Override
    protected Object resolve(String field, Connection.Edge<?> edge, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "cursor" -> edge.cursor();
            case "node" -> edge.node();
            default -> throw withoutCase(field);
        };
    }
}
