package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.text.SmsLength;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class SmsLengthResolver extends ObjectResolver<SmsLength> {

    SmsLengthResolver() {
        super("SmsLength", SmsLength.class);
    }

    @Override
    protected Object resolve(String field, SmsLength length, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "encoding" -> length.encoding();
            case "units" -> length.units();
            case "parts" -> length.parts();
            default -> throw withoutCase(field);
        };
    }
}
