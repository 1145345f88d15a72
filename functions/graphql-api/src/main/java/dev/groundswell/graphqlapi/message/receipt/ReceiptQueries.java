package dev.groundswell.graphqlapi.message.receipt;

import static java.util.Comparator.comparing;

import dev.groundswell.core.message.receipt.DeliveryCount;
import dev.groundswell.core.message.receipt.DeliveryCounts;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The root field {@code deliveryFigures}. */
public final class ReceiptQueries {

    /** A day is a query of all its workers' notes. */
    private static final int MAX_DAYS = 31;

    private final DeliveryCounts counts;
    private final Background background;

    ReceiptQueries(DeliveryCounts counts, Background background) {
        this.counts = counts;
        this.background = background;
    }

    public CompletableFuture<List<DeliveryFigure>> figures(StoreId store, DataFetchingEnvironment query) {
        LocalDate from = Objects.requireNonNull(query.getArgument("from"));
        LocalDate to = Objects.requireNonNull(query.getArgument("to"));
        var days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MAX_DAYS) {
            throw new Refusal(ErrorCode.BAD_USER_INPUT, "From 'from' to 'to' it is 1 to " + MAX_DAYS + " days.");
        }
        return background.call(() -> from.datesUntil(to.plusDays(1))
                .flatMap(day -> ofDay(store, day))
                .toList());
    }

    private Stream<DeliveryFigure> ofDay(StoreId store, LocalDate day) {
        return DeliveryCount.sums(counts.of(store, day)).stream()
                .sorted(comparing(DeliveryCount::provider).thenComparing(DeliveryCount::destination))
                .map(count -> new DeliveryFigure(day, count));
    }
}
