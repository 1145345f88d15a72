package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.SegmentPreview;
import dev.groundswell.graphqlapi.execution.Loaders;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class SegmentPreviewResolver extends ObjectResolver<SegmentPreview> {

    SegmentPreviewResolver() {
        super("SegmentPreview", SegmentPreview.class);
    }

    @Override
    protected Object resolve(String field, SegmentPreview preview, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "count" -> preview.count();
            case "countIsExact" -> preview.isExact();
            case "candidates" -> preview.candidates();
            case "sample" -> Loaders.customers(query.get(), preview.sample());
            case "reachability" -> preview.reachability();
            case "clauses" -> preview.clauses();
            case "cost" -> preview.cost();
            case "asOf" -> preview.asOf();
            case "runsAsJob" -> !preview.isExact();
            default -> throw withoutCase(field);
        };
    }
}
