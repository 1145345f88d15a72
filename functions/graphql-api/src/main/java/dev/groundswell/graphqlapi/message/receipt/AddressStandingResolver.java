package dev.groundswell.graphqlapi.message.receipt;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class AddressStandingResolver extends ObjectResolver<AddressStanding> {

    AddressStandingResolver() {
        super("AddressStanding", AddressStanding.class);
    }

    @Override
    protected @Nullable Object resolve(
            String field, AddressStanding standing, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "channel" -> standing.address().channel();
            case "address" -> shown(standing.address(), Caller.of(query.get().getGraphQlContext()));
            case "exclusion" -> standing.standing().exclusion().orElse(null);
            case "bars" -> standing.bars();
            default -> throw withoutCase(field);
        };
    }

    private static String shown(Address address, Caller caller) {
        return switch (address) {
            case Phone phone -> caller.shown(phone);
            case Email email -> caller.shown(email);
        };
    }
}
