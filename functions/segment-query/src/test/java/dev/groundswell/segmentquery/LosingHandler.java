package dev.groundswell.segmentquery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.BatchAnswer;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Takes messages, and does nothing with them. */
final class LosingHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        new BatchAnswer(List.of()).writeTo(answer);
    }
}
