package dev.groundswell.local.aws;

import dev.groundswell.local.event.Functions;
import dev.groundswell.local.function.LocalFunction;
import dev.groundswell.local.function.Outcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * As much of Lambda as we use: a function of the template is invoked by its name, with or without an alias behind a colon,
 * and its answer is waited for. What it throws is answered as Lambda does, with status 200 and a function error.
 */
public final class LocalLambda implements LambdaClient {

    /** Lambda's own limit, for a request and for an answer. */
    private static final int MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;

    private static final int OK = 200;

    private final AtomicReference<Optional<Functions>> functions = new AtomicReference<>(Optional.empty());

    /** Functions get this client when they are made, and only then are there any to invoke. */
    public void serve(Functions made) {
        functions.set(Optional.of(made));
    }

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
        if (request.invocationType() == InvocationType.EVENT || request.invocationType() == InvocationType.DRY_RUN) {
            throw new UnsupportedOperationException("The local run invokes functions with REQUEST_RESPONSE only.");
        }
        var name = request.functionName().replaceFirst(":[A-Za-z0-9_-]+$", "");
        var running = functions.get();
        var function = running.flatMap(all -> all.find(name)).orElseThrow(() -> unknown(name));
        var payload =
                request.payload() == null ? new byte[0] : request.payload().asByteArray();
        if (payload.length > MAX_PAYLOAD_BYTES) {
            throw RequestTooLargeException.builder()
                    .message(payload.length + " bytes exceed the limit of a request.")
                    .build();
        }
        return response(running.orElseThrow(), function, payload);
    }

    private static InvokeResponse response(Functions running, LocalFunction function, byte[] payload) {
        return switch (running.invoke(function, payload)) {
            case Outcome.Answer(var bytes)
            when bytes.length > MAX_PAYLOAD_BYTES ->
                failed("{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":\"Response payload size"
                        + " exceeded maximum allowed payload size (6291556 bytes).\"}");
            case Outcome.Answer(var bytes) ->
                InvokeResponse.builder()
                        .statusCode(OK)
                        .executedVersion("$LATEST")
                        .payload(SdkBytes.fromByteArray(bytes))
                        .build();
            case Outcome.Failure failure -> failed(failure.json());
        };
    }

    private static InvokeResponse failed(String json) {
        return InvokeResponse.builder()
                .statusCode(OK)
                .executedVersion("$LATEST")
                .functionError("Unhandled")
                .payload(SdkBytes.fromUtf8String(json))
                .build();
    }

    private static ResourceNotFoundException unknown(String name) {
        return ResourceNotFoundException.builder()
                .message("Function not found: " + name)
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
