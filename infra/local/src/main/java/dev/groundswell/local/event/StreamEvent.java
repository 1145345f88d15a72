package dev.groundswell.local.event;

import dev.groundswell.local.template.LocalNames;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The event that Lambda hands over for a batch of stream records. */
final class StreamEvent {

    private static final JsonFactory JSON = new JsonFactory();

    private StreamEvent() {}

    static byte[] write(String streamArn, List<Record> records) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("Records");
            records.forEach(record -> write(json, streamArn, record));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    static byte[] writeOne(String streamArn, Record record) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(json, streamArn, record);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String streamArn, Record record) {
        json.writeStartObject();
        json.writeStringProperty("eventID", record.eventID());
        json.writeStringProperty("eventName", record.eventNameAsString());
        json.writeStringProperty("eventVersion", record.eventVersion());
        json.writeStringProperty("eventSource", "aws:dynamodb");
        json.writeStringProperty("awsRegion", LocalNames.REGION);
        if (record.userIdentity() != null) {
            json.writeObjectPropertyStart("userIdentity");
            json.writeStringProperty("type", record.userIdentity().type());
            json.writeStringProperty("principalId", record.userIdentity().principalId());
            json.writeEndObject();
        }
        write(json, record.dynamodb());
        json.writeStringProperty("eventSourceARN", streamArn);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, StreamRecord record) {
        json.writeObjectPropertyStart("dynamodb");
        if (record.approximateCreationDateTime() != null) {
            json.writeNumberProperty(
                    "ApproximateCreationDateTime",
                    record.approximateCreationDateTime().getEpochSecond());
        }
        if (record.hasKeys()) {
            writeItem(json, "Keys", record.keys());
        }
        if (record.hasNewImage()) {
            writeItem(json, "NewImage", record.newImage());
        }
        if (record.hasOldImage()) {
            writeItem(json, "OldImage", record.oldImage());
        }
        json.writeStringProperty("SequenceNumber", record.sequenceNumber());
        json.writeNumberProperty("SizeBytes", record.sizeBytes() == null ? 0 : record.sizeBytes());
        json.writeStringProperty("StreamViewType", record.streamViewTypeAsString());
        json.writeEndObject();
    }

    private static void writeItem(JsonGenerator json, String name, Map<String, AttributeValue> item) {
        json.writeName(name);
        writeMap(json, item);
    }

    private static void writeMap(JsonGenerator json, Map<String, AttributeValue> item) {
        json.writeStartObject();
        item.forEach((name, value) -> {
            json.writeName(name);
            writeValue(json, value);
        });
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, AttributeValue value) {
        json.writeStartObject();
        switch (value.type()) {
            case S -> json.writeStringProperty("S", value.s());
            case N -> json.writeStringProperty("N", value.n());
            case B -> json.writeStringProperty("B", base64(value.b()));
            case BOOL -> json.writeBooleanProperty("BOOL", value.bool());
            case NUL -> json.writeBooleanProperty("NULL", true);
            case SS -> writeTexts(json, "SS", value.ss());
            case NS -> writeTexts(json, "NS", value.ns());
            case BS ->
                writeTexts(
                        json, "BS", value.bs().stream().map(StreamEvent::base64).toList());
            case L -> writeList(json, value.l());
            case M -> writeItem(json, "M", value.m());
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("an attribute of no known type: " + value);
        }
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void writeList(JsonGenerator json, List<AttributeValue> values) {
        json.writeArrayPropertyStart("L");
        values.forEach(value -> writeValue(json, value));
        json.writeEndArray();
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}
