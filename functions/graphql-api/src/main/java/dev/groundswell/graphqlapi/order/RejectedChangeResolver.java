package dev.groundswell.graphqlapi.order;

import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class RejectedChangeResolver extends ObjectResolver<RejectedChange> {

    public RejectedChangeResolver() {
        super("RejectedChange", RejectedChange.class);
    }

    @Override
    protected @Nullable Object resolve(String field, RejectedChange change, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "id" -> change.id();
            case "receivedAt" -> change.receivedAt();
            case "code" -> change.rejection().code();
            case "field" ->
                change.rejection().field().isEmpty() ? null : change.rejection().field();
            case "message" -> change.rejection().message();
            case "original" -> Caller.of(query.get().getGraphQlContext()).seesContacts() ? change.original() : null;
            default -> throw withoutCase(field);
        };
    }
}
