package dev.groundswell.segmentquery;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;
import tools.jackson.jr.ob.JSON;

/** Lambda with one function, whose errors come as Lambda's do. */
final class InvokedHandler implements LambdaClient {

    private final FunctionDesk desk;
    private final SegmentQueryHandler handler;
    private boolean throttles;

    InvokedHandler(FunctionDesk desk) {
        this.desk = desk;
        this.handler = desk.segmentQuery();
    }

    void throttle() {
        throttles = true;
    }

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
        if (throttles) {
            throw TooManyRequestsException.builder().message("Rate exceeded.").build();
        }
        try {
            var answer = desk.handle(handler, request.payload().asUtf8String());
            return InvokeResponse.builder()
                    .payload(SdkBytes.fromUtf8String(JSON.std.asString(answer)))
                    .build();
        } catch (RuntimeException failed) {
            var json = "{\"errorType\":\"" + failed.getClass().getName() + "\",\"errorMessage\":\"unknown\"}";
            return InvokeResponse.builder()
                    .functionError("Unhandled")
                    .payload(SdkBytes.fromUtf8String(json))
                    .build();
        }
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
