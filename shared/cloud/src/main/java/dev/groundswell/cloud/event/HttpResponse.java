package dev.groundswell.cloud.event;

import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What a function answers to an {@link HttpRequest}: a response of payload format 2.0.
 *
 * @param status of HTTP, e.g. 200
 * @param body   text; empty for none
 */
public record HttpResponse(int status, Map<String, String> headers, String body) {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    public HttpResponse {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** An answer in JSON. */
    public static HttpResponse json(int status, String body) {
        return new HttpResponse(status, Map.of("content-type", "application/json; charset=utf-8"), body);
    }

    /** Writes the response in the form that the gateway reads; leaves the stream open. */
    public void writeTo(OutputStream response) {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), response)) {
            json.writeStartObject();
            json.writeNumberProperty("statusCode", status);
            json.writeObjectPropertyStart("headers");
            headers.forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeStringProperty("body", body);
            json.writeBooleanProperty("isBase64Encoded", false);
            json.writeEndObject();
        }
    }
}
