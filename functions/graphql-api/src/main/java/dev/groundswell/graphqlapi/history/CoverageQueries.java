package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.CheckHistoryCoverage;
import dev.groundswell.core.history.HistoryCoverage;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The root field {@code historyCoverage}. */
public final class CoverageQueries {

    private final CheckHistoryCoverage check;
    private final Background background;

    public CoverageQueries(CheckHistoryCoverage check, Background background) {
        this.check = check;
        this.background = background;
    }

    public CompletableFuture<HistoryCoverage> historyCoverage(Store store, DataFetchingEnvironment query) {
        var from = Objects.requireNonNull(query.<LocalDate>getArgument("from"));
        var to = Objects.requireNonNull(query.<LocalDate>getArgument("to"));
        return background.call(() -> coverage(store, from, to));
    }

    private HistoryCoverage coverage(Store store, LocalDate from, LocalDate to) {
        return switch (check.check(store, from, to)) {
            case CheckHistoryCoverage.Outcome.Checked(var coverage) -> coverage;
            case CheckHistoryCoverage.Outcome.EmptyRange() ->
                throw new Refusal(ErrorCode.BAD_USER_INPUT, "'to' must not be earlier than 'from'.");
            case CheckHistoryCoverage.Outcome.TooManyDays() ->
                throw new Refusal(
                        ErrorCode.BAD_USER_INPUT,
                        "From 'from' to 'to' there are more than " + CheckHistoryCoverage.MAX_DAYS
                                + " days: ask for a shorter range.");
        };
    }
}
