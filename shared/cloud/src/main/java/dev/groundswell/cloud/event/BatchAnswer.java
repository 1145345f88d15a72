package dev.groundswell.cloud.event;

import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The answer to a batch: which of its records are to be handed over again. Lambda reads it only from mappings with {@code
 * ReportBatchItemFailures}.
 *
 * @param failed ids of messages, or the sequence number of the first failed change of a stream
 */
public record BatchAnswer(List<String> failed) {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    public BatchAnswer {
        failed = List.copyOf(failed);
    }

    public void writeTo(OutputStream answer) {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), answer)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("batchItemFailures");
            for (var id : failed) {
                json.writeStartObject();
                json.writeStringProperty("itemIdentifier", id);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
