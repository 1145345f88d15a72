package dev.groundswell.graphqlapi.message.receipt;

import dev.groundswell.graphqlapi.message.receipt.AddressStanding.BarOfAddress;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class AddressBarResolver extends ObjectResolver<BarOfAddress> {

    AddressBarResolver() {
        super("AddressBar", BarOfAddress.class);
    }

    @Override
    protected Object resolve(String field, BarOfAddress bar, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "bar" -> bar.bar();
            case "inForce" -> bar.barring().inForce();
            case "at" -> bar.barring().at();
            case "source" -> bar.barring().source();
            case "by" -> bar.barring().by();
            default -> throw withoutCase(field);
        };
    }
}
