package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class RuleCheckResolver extends ObjectResolver<RuleCheckResult> {

    RuleCheckResolver() {
        super("SegmentRuleCheck", RuleCheckResult.class);
    }

    @Override
    protected @Nullable Object resolve(String field, RuleCheckResult check, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "query" -> check.rule().map(RuleText::write).orElse(null);
            case "rule" -> check.rule().map(RuleJson::of).orElse(null);
            case "errors" -> check.errors();
            default -> throw withoutCase(field);
        };
    }
}
