package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.RejectedLine;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class RejectedLineResolver extends ObjectResolver<RejectedLine> {

    public RejectedLineResolver() {
        super("RejectedLine", RejectedLine.class);
    }

    @Override
    protected @Nullable Object resolve(String field, RejectedLine line, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "file" -> line.file().isEmpty() ? null : line.file();
            case "line" -> line.line();
            case "field" -> line.field().isEmpty() ? null : line.field();
            case "reason" -> line.reason();
            default -> throw withoutCase(field);
        };
    }
}
