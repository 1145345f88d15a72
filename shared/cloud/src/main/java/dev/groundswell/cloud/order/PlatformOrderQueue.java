package dev.groundswell.cloud.order;

import dev.groundswell.cloud.event.QueueEvent;
import dev.groundswell.cloud.queue.JsonQueue;
import dev.groundswell.cloud.queue.JsonText;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The queue {@code OrderChanges}, to put on what a platform sent, untouched: a message for each body, whose attribute {@code
 * format} names what it is of. A body that a message cannot hold as text, because it is too large or has characters that SQS
 * refuses, goes as base64 of its gzip, and the attribute {@code encoding} says so.
 */
public final class PlatformOrderQueue {

    /** The message attribute that names a {@link SourceFormat}; {@code ORDER_CHANGES} without it. */
    public static final String FORMAT = "format";

    /** The message attribute that says how the body was made text; it is text already without it. */
    public static final String ENCODING = "encoding";

    private static final String GZIP = "gzip+base64";

    /** As large as a request to a function can be; a zip that grows beyond is no body of ours. */
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

    private final SqsClient client;
    private final String url;

    public PlatformOrderQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /** What became of a body. */
    public sealed interface Outcome {
        /** It is on the queue. */
        record Sent(String messageId) implements Outcome {}

        /** It is not: even zipped it fits no message. */
        record TooLarge() implements Outcome {}

        /** It may not be. */
        record Unavailable(SdkException cause) implements Outcome {}
    }

    public Outcome send(StoreId store, OrderSource source, SourceFormat format, byte[] body) {
        var attributes = new HashMap<String, MessageAttributeValue>();
        attributes.put(JsonQueue.STORE, attribute(store.value()));
        attributes.put(OrderChangeQueue.SOURCE, attribute(source.value()));
        attributes.put(FORMAT, attribute(format.name()));
        var text = asText(body);
        if (text.isEmpty()) {
            attributes.put(ENCODING, attribute(GZIP));
        }
        var written = text.orElseGet(() -> Base64.getEncoder().encodeToString(zipped(body)));
        return written.length() > JsonQueue.MAX_MESSAGE_BYTES ? new Outcome.TooLarge() : send(written, attributes);
    }

    private Outcome send(String body, Map<String, MessageAttributeValue> attributes) {
        try {
            return new Outcome.Sent(client.sendMessage(
                            send -> send.queueUrl(url).messageBody(body).messageAttributes(attributes))
                    .messageId());
        } catch (SdkException unavailable) {
            return new Outcome.Unavailable(unavailable);
        }
    }

    /**
     * The body of a message as it was before it was put on the queue, by whichever of the two queues' classes.
     *
     * @throws JsonText.UnreadableException if it is not encoded as its attribute says
     */
    public static String body(QueueEvent.Message message) {
        var encoding = message.attribute(ENCODING);
        if (encoding.isEmpty()) {
            return message.body();
        }
        if (!encoding.get().equals(GZIP)) {
            throw new JsonText.UnreadableException("No encoding is named '" + encoding.get() + "'.");
        }
        return unzipped(message.body());
    }

    private static MessageAttributeValue attribute(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    /** Empty if a message cannot hold it as it is. */
    private static Optional<String> asText(byte[] body) {
        if (body.length > JsonQueue.MAX_MESSAGE_BYTES || body.length == 0) {
            return Optional.empty();
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return Optional.of(text).filter(written -> written.codePoints().allMatch(PlatformOrderQueue::isTaken));
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** What SQS takes: the characters of XML 1.0. */
    private static boolean isTaken(int character) {
        return character < 0x20
                ? character == '\t' || character == '\n' || character == '\r'
                : character != 0xFFFE && character != 0xFFFF;
    }

    private static byte[] zipped(byte[] body) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return bytes.toByteArray();
    }

    private static String unzipped(String text) {
        try (var zip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            var body = zip.readNBytes(MAX_BODY_BYTES + 1);
            if (body.length > MAX_BODY_BYTES) {
                throw new JsonText.UnreadableException("The zipped body is larger than " + MAX_BODY_BYTES + " bytes.");
            }
            return new String(body, StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException notZipped) {
            throw new JsonText.UnreadableException("The body is not base64 of a gzip, as its encoding says.");
        }
    }
}
