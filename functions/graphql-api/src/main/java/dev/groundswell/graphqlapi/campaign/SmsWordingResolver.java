package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.message.text.Wording;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class SmsWordingResolver extends ObjectResolver<Wording.Sms> {

    SmsWordingResolver() {
        super("SmsWording", Wording.Sms.class);
    }

    @Override
    protected Object resolve(String field, Wording.Sms sms, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "text" -> sms.text();
            default -> throw withoutCase(field);
        };
    }
}
