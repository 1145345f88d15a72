package dev.groundswell.deliveryreceipts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.message.receipt.DeliveryEventQueue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * What Amazon SNS logs of each SMS, as CloudWatch Logs hands it to a subscription: puts it on the queue, which tries again
 * what cannot be taken in now. A failing call is made again by Lambda, twice.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample">the form</a>
 */
public final class SmsLogHandler implements RequestStreamHandler {

    private final DeliveryEventQueue queue;

    public SmsLogHandler() {
        this(FunctionEnvironment.current());
    }

    SmsLogHandler(FunctionEnvironment environment) {
        this.queue = new DeliveryEventQueue(environment.clients().sqs(), environment.require("DELIVERY_EVENTS_QUEUE"));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var events = events(event);
        if (events.isEmpty()) {
            new FunctionLog(context.getLogger()).warn("log-without-events");
        }
        queue.sendLogged(events);
        answer.write("{\"events\":%d}".formatted(events.size()).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> events(InputStream event) throws IOException {
        var data = JSON.std.mapFrom(event).get("awslogs") instanceof Map<?, ?> logs ? logs.get("data") : null;
        if (!(data instanceof String packed)) {
            return List.of();
        }
        try (var unpacked =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            var lines = JSON.std.mapFrom(unpacked).get("logEvents") instanceof List<?> list ? list : List.of();
            return lines.stream().flatMap(SmsLogHandler::message).toList();
        }
    }

    /** Lines that are no objects would keep the others of their message from being read. */
    private static Stream<String> message(Object line) {
        return line instanceof Map<?, ?> fields && fields.get("message") instanceof String text && isObject(text)
                ? Stream.of(text)
                : Stream.empty();
    }

    private static boolean isObject(String text) {
        try {
            return !JSON.std.mapFrom(text).isEmpty();
        } catch (JacksonException notAnObject) {
            return false;
        }
    }
}
