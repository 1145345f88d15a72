package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.rule.RuleError;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class RuleErrorResolver extends ObjectResolver<RuleError> {

    RuleErrorResolver() {
        super("SegmentRuleError", RuleError.class);
    }

    @Override
    protected Object resolve(String field, RuleError error, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "line" -> error.line();
            case "column" -> error.column();
            case "path" -> error.path();
            case "message" -> error.message();
            case "expected" -> error.expected();
            default -> throw withoutCase(field);
        };
    }
}
