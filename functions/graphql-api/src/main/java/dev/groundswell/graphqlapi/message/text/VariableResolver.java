package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.text.KnownVariable;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class VariableResolver extends ObjectResolver<KnownVariable> {

    VariableResolver() {
        super("MessageVariable", KnownVariable.class);
    }

    @Override
    protected Object resolve(String field, KnownVariable variable, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "name" -> variable.name();
            case "type" -> variable.type();
            case "meaning" -> variable.meaning();
            default -> throw withoutCase(field);
        };
    }
}
