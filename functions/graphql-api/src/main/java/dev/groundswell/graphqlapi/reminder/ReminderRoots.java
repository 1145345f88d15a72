package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.explain.ExplainOrder;
import dev.groundswell.core.reminder.round.RoundBook;
import dev.groundswell.core.reminder.task.ReminderTasks;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.page.PageArguments;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The root fields {@code reminderTasks}, {@code reminderRounds} and {@code explainOrder}. */
public final class ReminderRoots {

    private final ReminderTasks tasks;
    private final RoundBook rounds;
    private final ExplainOrder explaining;
    private final Background background;

    ReminderRoots(ReminderTasks tasks, RoundBook rounds, ExplainOrder explaining, Background background) {
        this.tasks = tasks;
        this.rounds = rounds;
        this.explaining = explaining;
        this.background = background;
    }

    public CompletableFuture<?> tasks(Store store) {
        return background.call(() -> StoreTask.all(store, tasks.read(store.id())));
    }

    public CompletableFuture<?> rounds(Store store, DataFetchingEnvironment query) {
        var limit = PageArguments.of(query).first();
        return background.call(() -> rounds.newest(store.id(), limit).stream()
                .map(round -> new StoreRound(store, round))
                .toList());
    }

    /** Null also for an id that no order can have. */
    public CompletableFuture<?> explain(Store store, DataFetchingEnvironment query) {
        var id = Objects.requireNonNull(query.<String>getArgument("id"));
        return background.call(() -> id.isEmpty() || id.length() > OrderId.MAX_LENGTH
                ? null
                : explaining
                        .explain(store, new OrderId(id))
                        .map(explained -> new StoreExplanation(store, explained))
                        .orElse(null));
    }
}
