package dev.groundswell.graphqlapi.behaviour;

import dev.groundswell.core.metrics.ReportWarmUp;
import dev.groundswell.core.metrics.WarmUpReport;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The root field of the topic. */
public final class BehaviourQueries {

    private final ReportWarmUp reports;
    private final Background background;

    public BehaviourQueries(ReportWarmUp reports, Background background) {
        this.reports = reports;
        this.background = background;
    }

    public CompletableFuture<WarmUpReport> warmUpMetrics(Store store, DataFetchingEnvironment query) {
        var from = Objects.requireNonNull(query.<LocalDate>getArgument("from"));
        var to = Objects.requireNonNull(query.<LocalDate>getArgument("to"));
        return background.call(() -> report(store, from, to));
    }

    private WarmUpReport report(Store store, LocalDate from, LocalDate to) {
        return switch (reports.report(store, from, to)) {
            case ReportWarmUp.Outcome.Reported(var report) -> report;
            case ReportWarmUp.Outcome.EmptyRange() ->
                throw new Refusal(ErrorCode.BAD_USER_INPUT, "'to' must not be earlier than 'from'.");
            case ReportWarmUp.Outcome.TooManyDays() ->
                throw new Refusal(
                        ErrorCode.BAD_USER_INPUT,
                        "From 'from' to 'to' there are more than " + ReportWarmUp.MAX_DAYS
                                + " days: choose a shorter range.");
        };
    }
}
