package dev.groundswell.graphqlapi.store;

import dev.groundswell.core.customer.Reachability;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class ReachabilityResolver extends ObjectResolver<Reachability> {

    public ReachabilityResolver() {
        super("Reachability", Reachability.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Reachability source, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "withPhone" -> source.withPhone();
            case "withEmail" -> source.withEmail();
            case "withNeither" -> source.withNeither();
            default -> throw withoutCase(field);
        };
    }
}
