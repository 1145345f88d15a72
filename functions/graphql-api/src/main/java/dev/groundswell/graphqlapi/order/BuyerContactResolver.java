package dev.groundswell.graphqlapi.order;

import dev.groundswell.core.order.BuyerContact;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class BuyerContactResolver extends ObjectResolver<BuyerContact> {

    public BuyerContactResolver() {
        super("BuyerContact", BuyerContact.class);
    }

    @Override
    protected @Nullable Object resolve(String field, BuyerContact contact, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "name" -> contact.name();
            case "phone" -> phone(contact.phone(), query);
            case "email" -> email(contact.email(), query);
            default -> throw withoutCase(field);
        };
    }

    private static @Nullable String phone(@Nullable String written, Supplier<DataFetchingEnvironment> query) {
        return written == null
                ? null
                : Caller.of(query.get().getGraphQlContext()).shownPhone(written);
    }

    private static @Nullable String email(@Nullable String written, Supplier<DataFetchingEnvironment> query) {
        return written == null
                ? null
                : Caller.of(query.get().getGraphQlContext()).shownEmail(written);
    }
}
