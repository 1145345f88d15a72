package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

public final class ColumnMappingResolver extends ObjectResolver<NamedMapping> {

    public ColumnMappingResolver() {
        super("ColumnMapping", NamedMapping.class);
    }

    @Override
    protected Object resolve(String field, NamedMapping named, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "name" -> named.name();
            case "savedAt" -> named.savedAt();
            case "mapping" -> named.mapping().values();
            default -> throw withoutCase(field);
        };
    }
}
