package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.text.AudienceFigures.Lacking;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class UsedVariableResolver extends ObjectResolver<CheckedMessage.Used> {

    UsedVariableResolver() {
        super("UsedVariable", CheckedMessage.Used.class);
    }

    @Override
    protected @Nullable Object resolve(
            String field, CheckedMessage.Used used, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "variable" -> used.variable().variable();
            case "needed" -> used.variable().needed();
            case "lacking" -> used.lacking().map(Lacking::members).orElse(null);
            case "lackingIsExact" -> used.lacking().map(Lacking::isExact).orElse(false);
            default -> throw withoutCase(field);
        };
    }
}
