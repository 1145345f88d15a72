package dev.groundswell.graphqlapi.mutation;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class UserErrorResolver extends ObjectResolver<UserError> {

    public UserErrorResolver() {
        super("UserError", UserError.class);
    }

    @Override
    protected @Nullable Object resolve(String field, UserError error, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "field" -> error.field().isEmpty() ? null : error.field();
            case "message" -> error.message();
            case "code" -> error.code();
            default -> throw withoutCase(field);
        };
    }
}
