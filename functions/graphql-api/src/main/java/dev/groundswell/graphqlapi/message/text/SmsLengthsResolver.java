package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.text.MessageCheck.Lengths;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class SmsLengthsResolver extends ObjectResolver<Lengths> {

    SmsLengthsResolver() {
        super("SmsLengths", Lengths.class);
    }

    @Override
    protected Object resolve(String field, Lengths lengths, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "typical" -> lengths.typical();
            case "longest" -> lengths.longest();
            default -> throw withoutCase(field);
        };
    }
}
