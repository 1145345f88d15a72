package dev.groundswell.graphqlapi.metrics;

import dev.groundswell.core.metrics.ReportSales;
import dev.groundswell.core.metrics.SalesReport;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The root field of the topic. */
public final class SalesQueries {

    private final ReportSales reports;
    private final Background background;

    public SalesQueries(ReportSales reports, Background background) {
        this.reports = reports;
        this.background = background;
    }

    public CompletableFuture<SalesReport> salesMetrics(Store store, DataFetchingEnvironment query) {
        var from = Objects.requireNonNull(query.<Instant>getArgument("from"));
        var to = Objects.requireNonNull(query.<Instant>getArgument("to"));
        var granularity = Granularity.valueOf(Objects.requireNonNull(query.getArgument("granularity")));
        return background.call(() -> report(store, from, to, granularity));
    }

    private SalesReport report(Store store, Instant from, Instant to, Granularity granularity) {
        return switch (reports.report(store, from, to, granularity)) {
            case ReportSales.Outcome.Reported(var report) -> report;
            case ReportSales.Outcome.EmptyRange() ->
                throw new Refusal(ErrorCode.BAD_USER_INPUT, "'to' must be later than 'from'.");
            case ReportSales.Outcome.TooManyPoints() ->
                throw new Refusal(
                        ErrorCode.BAD_USER_INPUT,
                        "From 'from' to 'to' there are more than " + ReportSales.MAX_POINTS
                                + " points: choose a coarser granularity or a shorter range.");
        };
    }
}
