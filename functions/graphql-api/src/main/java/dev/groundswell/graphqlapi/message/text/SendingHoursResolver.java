package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.text.SendingHours;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class SendingHoursResolver extends ObjectResolver<SendingHours> {

    SendingHoursResolver() {
        super("SendingHours", SendingHours.class);
    }

    @Override
    protected Object resolve(String field, SendingHours hours, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "channel" -> hours.channel();
            case "kind" -> hours.kind();
            case "from" -> hours.from().toString();
            case "until" -> hours.until().toString();
            case "outside" -> hours.outside();
            default -> throw withoutCase(field);
        };
    }
}
