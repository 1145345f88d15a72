package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.SegmentPreview.Clause;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class SegmentClauseResolver extends ObjectResolver<Clause> {

    SegmentClauseResolver() {
        super("SegmentClause", Clause.class);
    }

    @Override
    protected Object resolve(String field, Clause clause, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "query" -> clause.text();
            case "kept" -> clause.alone();
            case "left" -> clause.left();
            case "isExact" -> clause.exact();
            default -> throw withoutCase(field);
        };
    }
}
