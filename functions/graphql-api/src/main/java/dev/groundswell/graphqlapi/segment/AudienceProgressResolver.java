package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.freeze.FrozenAudience.Progress;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class AudienceProgressResolver extends ObjectResolver<Progress> {

    AudienceProgressResolver() {
        super("AudienceProgress", Progress.class);
    }

    @Override
    protected Object resolve(String field, Progress progress, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "parts" -> progress.ranges();
            case "done" -> progress.done();
            case "members" -> progress.members();
            default -> throw withoutCase(field);
        };
    }
}
