package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.text.AudienceFigures;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class MessageCheckResolver extends ObjectResolver<CheckedMessage> {

    MessageCheckResolver() {
        super("MessageCheck", CheckedMessage.class);
    }

    @Override
    protected @Nullable Object resolve(String field, CheckedMessage checked, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "passes" -> checked.check().passes();
            case "problems" -> checked.check().problems();
            case "variables" -> checked.variables();
            case "length" -> checked.check().lengths().orElse(null);
            case "audience" -> checked.audience().map(AudienceFigures::members).orElse(null);
            case "previews" -> checked.check().previews();
            default -> throw withoutCase(field);
        };
    }
}
