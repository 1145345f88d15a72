package dev.groundswell.graphqlapi.customer;

import dev.groundswell.core.customer.Consent;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

public final class ConsentResolver extends ObjectResolver<Consent> {

    public ConsentResolver() {
        super("Consent", Consent.class);
    }

    @Override
    protected Object resolve(String field, Consent consent, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "channel" -> consent.channel();
            case "state" -> consent.state();
            case "at" -> consent.at();
            case "source" -> consent.source();
            case "recordedBy" -> consent.by();
            default -> throw withoutCase(field);
        };
    }
}
