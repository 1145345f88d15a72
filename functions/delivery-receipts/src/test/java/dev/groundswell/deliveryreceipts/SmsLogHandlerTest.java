package dev.groundswell.deliveryreceipts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.queue.JsonText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.jr.ob.JSON;

class SmsLogHandlerTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final TestContext context = new TestContext();

    @BeforeAll
    static void createQueue() {
        aws.createQueues("DeliveryEvents");
    }

    private void log(List<String> lines) throws IOException {
        var events = lines.stream().map(line -> Map.of("message", line)).toList();
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(JSON.std
                    .asString(Map.of("messageType", "DATA_MESSAGE", "logEvents", events))
                    .getBytes(UTF_8));
        }
        var data = Base64.getEncoder().encodeToString(packed.toByteArray());
        handle(JSON.std.asString(Map.of("awslogs", Map.of("data", data))));
    }

    private void handle(String event) throws IOException {
        var environment = new FunctionEnvironment(
                Map.of("DELIVERY_EVENTS_QUEUE", aws.queue("DeliveryEvents")),
                InstantSource.fixed(Instant.EPOCH),
                aws.clients());
        new SmsLogHandler(environment)
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), new ByteArrayOutputStream(), context);
    }

    /** Takes them off the queue. */
    private static List<JsonText> queued() {
        var queue = aws.queue("DeliveryEvents");
        var messages = aws.clients()
                .sqs()
                .receiveMessage(get -> get.queueUrl(queue).maxNumberOfMessages(10))
                .messages();
        messages.forEach(message -> aws.clients()
                .sqs()
                .deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle())));
        return messages.stream()
                .map(Message::body)
                .flatMap(body -> JsonText.read(body).stream())
                .toList();
    }

    @Nested
    class TheLinesOfALog {

        @Test
        void areQueuedAsTheyAre() throws IOException {
            log(IntStream.range(0, 450)
                    .mapToObj(i -> "{\"status\":\"SUCCESS\",\"n\":" + i + "}")
                    .toList());

            assertThat(queued()).hasSize(450).extracting(JsonText::text).contains("{\"status\":\"SUCCESS\",\"n\":449}");
        }

        @Test
        void thatAreNoObjectsAreLeftOut() throws IOException {
            log(List.of("START RequestId", "{\"status\":\"FAILURE\"}", "[1]"));

            assertThat(queued()).extracting(JsonText::text).containsExactly("{\"status\":\"FAILURE\"}");
        }
    }

    @Test
    void anEventThatIsNoLogIsTold() throws IOException {
        handle("{}");

        assertThat(queued()).isEmpty();
        assertThat(context.lines()).singleElement().asString().contains("log-without-events");
    }
}
