package dev.groundswell.bench.faults;

import dev.groundswell.bench.system.WatchedClient.Asking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** One request to a table, and what becomes of it. */
record FaultyTable(Fate fate, Asking asking) {

    /** As SdkClients has it. */
    private static final long TIME_OUT_MILLIS = 20_000;

    /** Whether whoever asks may not learn what was done. */
    boolean mayHide() {
        return fate != Fate.ANSWERED;
    }

    SdkResponse ask(SdkRequest request) {
        return switch (fate) {
            case ANSWERED -> asking.ask(request);
            case THROTTLED -> throw throttled(request);
            case UNANSWERED -> {
                asking.ask(request);
                throw ApiCallTimeoutException.create(TIME_OUT_MILLIS);
            }
            case ASKED_AGAIN -> {
                var asked = withToken(request);
                asking.ask(asked);
                yield asking.ask(asked);
            }
        };
    }

    /** A transaction that the SDK asks for again has the token of the first time. */
    private static SdkRequest withToken(SdkRequest request) {
        return request instanceof TransactWriteItemsRequest transaction
                ? transaction.toBuilder()
                        .clientRequestToken(UUID.randomUUID().toString())
                        .build()
                : request;
    }

    private static RuntimeException throttled(SdkRequest request) {
        return request instanceof TransactWriteItemsRequest transaction
                ? conflicting(transaction.transactItems().size())
                : ProvisionedThroughputExceededException.builder()
                        .message("Too many requests.")
                        .build();
    }

    /** As another transaction at the first item does it. */
    private static TransactionCanceledException conflicting(int actions) {
        var none = CancellationReason.builder().code("None").build();
        var reasons = new ArrayList<>(Collections.nCopies(actions, none));
        reasons.set(0, CancellationReason.builder().code("TransactionConflict").build());
        return TransactionCanceledException.builder()
                .message("Another transaction is at an item.")
                .cancellationReasons(reasons)
                .build();
    }
}
