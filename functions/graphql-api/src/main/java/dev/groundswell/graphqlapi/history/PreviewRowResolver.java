package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.PreviewImport.Outcome;
import dev.groundswell.core.history.PreviewImport.Row;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class PreviewRowResolver extends ObjectResolver<Row> {

    public PreviewRowResolver() {
        super("PreviewRow", Row.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Row row, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "line" -> row.line();
            case "outcome" -> outcome(row.outcome());
            case "change" -> row.outcome() instanceof Outcome.Taken(var values) ? values : null;
            case "field" -> rejectedField(row.outcome());
            case "reason" -> reason(row.outcome());
            case "text" -> row.original();
            default -> throw withoutCase(field);
        };
    }

    private static PreviewOutcome outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken(var _) -> PreviewOutcome.ACCEPTED;
            case Outcome.Rejected(var _) -> PreviewOutcome.REJECTED;
            case Outcome.Skipped(var _) -> PreviewOutcome.SKIPPED;
        };
    }

    private static @Nullable String rejectedField(Outcome outcome) {
        return outcome instanceof Outcome.Rejected(var rejection)
                        && !rejection.field().isEmpty()
                ? rejection.field()
                : null;
    }

    private static @Nullable String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken(var _) -> null;
            case Outcome.Rejected(var rejection) -> rejection.message();
            case Outcome.Skipped(var reason) -> reason;
        };
    }

    /** The outcome without what comes with it. */
    private enum PreviewOutcome {
        ACCEPTED,
        REJECTED,
        SKIPPED
    }
}
