package dev.groundswell.local.event;

import dev.groundswell.local.template.LocalNames;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The event that Lambda hands over for a batch of messages. */
final class QueueEvent {

    private static final JsonFactory JSON = new JsonFactory();

    private QueueEvent() {}

    static byte[] write(String queueArn, List<Message> messages) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("Records");
            messages.forEach(message -> write(json, queueArn, message));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String queueArn, Message message) {
        json.writeStartObject();
        json.writeStringProperty("messageId", message.messageId());
        json.writeStringProperty("receiptHandle", message.receiptHandle());
        json.writeStringProperty("body", message.body());
        json.writeObjectPropertyStart("attributes");
        message.attributesAsStrings().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeObjectPropertyStart("messageAttributes");
        for (Map.Entry<String, MessageAttributeValue> attribute :
                message.messageAttributes().entrySet()) {
            writeAttribute(json, attribute.getKey(), attribute.getValue());
        }
        json.writeEndObject();
        if (message.md5OfMessageAttributes() != null) {
            json.writeStringProperty("md5OfMessageAttributes", message.md5OfMessageAttributes());
        }
        json.writeStringProperty("md5OfBody", message.md5OfBody());
        json.writeStringProperty("eventSource", "aws:sqs");
        json.writeStringProperty("eventSourceARN", queueArn);
        json.writeStringProperty("awsRegion", LocalNames.REGION);
        json.writeEndObject();
    }

    private static void writeAttribute(JsonGenerator json, String name, MessageAttributeValue value) {
        json.writeObjectPropertyStart(name);
        if (value.stringValue() != null) {
            json.writeStringProperty("stringValue", value.stringValue());
        }
        if (value.binaryValue() != null) {
            json.writeStringProperty(
                    "binaryValue",
                    Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
        }
        writeEmptyArray(json, "stringListValues");
        writeEmptyArray(json, "binaryListValues");
        json.writeStringProperty("dataType", value.dataType());
        json.writeEndObject();
    }

    private static void writeEmptyArray(JsonGenerator json, String name) {
        json.writeArrayPropertyStart(name);
        json.writeEndArray();
    }
}
