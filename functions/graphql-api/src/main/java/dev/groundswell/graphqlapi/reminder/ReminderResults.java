package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.metrics.ReportReminders;
import dev.groundswell.core.metrics.ReportReminders.Outcome;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** What came of a task's reminders, and of a round's. */
final class ReminderResults {

    private final ReportReminders reports;
    private final Background background;

    ReminderResults(ReportReminders reports, Background background) {
        this.reports = reports;
        this.background = background;
    }

    /** Of the days that are asked for. */
    CompletableFuture<StoreResults> of(StoreTask task, DataFetchingEnvironment query) {
        var from = Objects.requireNonNull(query.<LocalDate>getArgument("from"));
        var to = Objects.requireNonNull(query.<LocalDate>getArgument("to"));
        return background.call(() -> of(task.store(), task.task().id().value(), from, to));
    }

    /** In all: sending hours may move its reminders to a later day than its own. */
    CompletableFuture<StoreResults.Figures> of(StoreRound of) {
        var round = of.round();
        var from = new StoreCalendar(of.store().zone()).dayOf(round.at());
        var to = from.plusDays(ReportReminders.MAX_DAYS - 1L);
        return background.call(
                () -> of(of.store(), round.id().value(), from, to).figures());
    }

    private StoreResults of(Store store, String task, LocalDate from, LocalDate to) {
        return switch (reports.report(store.id(), task, from, to)) {
            case Outcome.Reported(var total, var days) -> new StoreResults(store, total, days);
            case Outcome.EmptyRange() ->
                throw new Refusal(ErrorCode.BAD_USER_INPUT, "'to' must not be earlier than 'from'.");
            case Outcome.TooManyDays() ->
                throw new Refusal(
                        ErrorCode.BAD_USER_INPUT,
                        "From 'from' to 'to' there are more than " + ReportReminders.MAX_DAYS
                                + " days: choose a shorter range.");
        };
    }
}
