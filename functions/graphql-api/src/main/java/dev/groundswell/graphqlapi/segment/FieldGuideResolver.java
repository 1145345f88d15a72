package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.rule.FieldGuide;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class FieldGuideResolver extends ObjectResolver<FieldGuide> {

    FieldGuideResolver() {
        super("SegmentField", FieldGuide.class);
    }

    @Override
    protected @Nullable Object resolve(String field, FieldGuide guide, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "name" -> guide.field().word();
            case "of" -> guide.owner();
            case "type" -> guide.field().kind();
            case "operators" -> guide.operators();
            case "meaning" -> guide.field().meaning();
            case "unit" -> guide.unit().isEmpty() ? null : guide.unit();
            case "choices" -> guide.field().choices();
            case "example" -> guide.example();
            default -> throw withoutCase(field);
        };
    }
}
