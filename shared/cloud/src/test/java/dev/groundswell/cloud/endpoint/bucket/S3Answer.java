package dev.groundswell.cloud.endpoint.bucket;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** What is answered besides an object's own bytes: a document, or headers alone. */
@SuppressWarnings("ArrayRecordComponent") // Sent, never compared.
record S3Answer(int status, Map<String, String> headers, byte[] body) {

    S3Answer {
        headers = Map.copyOf(headers);
    }

    static S3Answer xml(Xml document) {
        return xml(200, document);
    }

    static S3Answer xml(int status, Xml document) {
        return new S3Answer(status, Map.of("Content-Type", "application/xml"), document.bytes());
    }

    static S3Answer empty(int status, Map<String, String> headers) {
        return new S3Answer(status, headers, new byte[0]);
    }

    static S3Answer of(S3Error error, S3Request request) {
        return xml(
                error.status(),
                Xml.plainDocument("Error")
                        .field("Code", error.code())
                        .field("Message", String.valueOf(error.getMessage()))
                        .field("Resource", request.rawPath())
                        .field("RequestId", "local"));
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
