package dev.groundswell.graphqlapi.execution;

import dev.groundswell.cloud.segment.SegmentQueryException;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Turns what a field's resolver threw into an error that may be shown. */
final class FieldFaultHandler implements DataFetcherExceptionHandler {

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters field) {
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error(field)).build());
    }

    private static ApiError error(DataFetcherExceptionHandlerParameters field) {
        return switch (cause(field.getException())) {
            case Refusal refusal -> error(field, refusal.code(), refusal.message());
            case SdkServiceException busy
            when busy.isThrottlingException() ->
                error(field, ErrorCode.THROTTLED, "The database is busy. Try again in a moment.");
            case SegmentQueryException busy
            when busy.reason() == SegmentQueryException.Reason.BUSY ->
                error(field, ErrorCode.THROTTLED, "Too many rules are being counted. Try again in a moment.");
            case Throwable fault -> {
                var faults =
                        QueryEngine.faults(field.getDataFetchingEnvironment().getGraphQlContext());
                faults.log(field.getPath().toString(), fault);
                yield error(field, ErrorCode.INTERNAL, faults.message());
            }
        };
    }

    private static ApiError error(DataFetcherExceptionHandlerParameters field, ErrorCode code, String message) {
        return new ApiError(
                code,
                message,
                List.of(field.getSourceLocation()),
                field.getPath().toList());
    }

    private static Throwable cause(Throwable thrown) {
        var cause = thrown.getCause();
        return thrown instanceof CompletionException && cause != null ? cause(cause) : thrown;
    }
}
