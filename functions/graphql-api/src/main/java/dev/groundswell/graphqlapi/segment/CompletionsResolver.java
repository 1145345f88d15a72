package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.rule.Completions;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class CompletionsResolver extends ObjectResolver<Completions> {

    CompletionsResolver() {
        super("SegmentCompletions", Completions.class);
    }

    @Override
    protected Object resolve(String field, Completions completions, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "from" -> completions.from();
            case "to" -> completions.to();
            case "options" -> completions.options();
            default -> throw withoutCase(field);
        };
    }
}
