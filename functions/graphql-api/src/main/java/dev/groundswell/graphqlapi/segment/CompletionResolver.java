package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.rule.Completion;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class CompletionResolver extends ObjectResolver<Completion> {

    CompletionResolver() {
        super("SegmentCompletion", Completion.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Completion completion, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "kind" -> completion.kind();
            case "text" -> completion.text();
            case "meaning" -> completion.meaning().isEmpty() ? null : completion.meaning();
            default -> throw withoutCase(field);
        };
    }
}
