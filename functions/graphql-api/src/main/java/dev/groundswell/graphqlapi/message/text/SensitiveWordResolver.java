package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.text.SensitiveWord;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class SensitiveWordResolver extends ObjectResolver<SensitiveWord> {

    SensitiveWordResolver() {
        super("SensitiveWord", SensitiveWord.class);
    }

    @Override
    protected Object resolve(String field, SensitiveWord word, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "text" -> word.text();
            case "reason" -> word.reason();
            default -> throw withoutCase(field);
        };
    }
}
