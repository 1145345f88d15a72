package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.message.Content;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class ReminderSampleResolver extends ObjectResolver<ReminderSample> {

    ReminderSampleResolver() {
        super("ReminderSample", ReminderSample.class);
    }

    @Override
    protected @Nullable Object resolve(String field, ReminderSample sample, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "orderId" -> sample.order().value();
            case "customerId" -> sample.buyer().value();
            case "ordinal" -> sample.ordinal();
            case "at" -> sample.at();
            case "subject" -> sample.content() instanceof Content.Mail mail ? mail.subject() : null;
            case "text" ->
                switch (sample.content()) {
                    case Content.Sms sms -> sms.text();
                    case Content.Mail mail -> mail.text();
                };
            default -> throw withoutCase(field);
        };
    }
}
