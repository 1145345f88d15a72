package dev.groundswell.orderingest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** The event of API Gateway for a POST, built in prose. */
final class WebhookRequest {

    private final String path;
    private final Map<String, String> headers = new HashMap<>();
    private byte[] body = {};
    private String query = "";
    private boolean base64;

    private WebhookRequest(String path) {
        this.path = path;
    }

    static WebhookRequest to(String path) {
        return new WebhookRequest(path);
    }

    WebhookRequest header(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    WebhookRequest query(String encoded) {
        this.query = encoded;
        return this;
    }

    WebhookRequest body(String body) {
        return body(body.getBytes(StandardCharsets.UTF_8));
    }

    WebhookRequest body(byte[] body) {
        this.body = body.clone();
        return this;
    }

    /** As the gateway hands over a body whose content type is no text to it. */
    WebhookRequest inBase64() {
        this.base64 = true;
        return this;
    }

    byte[] event() {
        var event = new HashMap<String, Object>();
        event.put("version", "2.0");
        event.put("routeKey", "POST " + path);
        event.put("rawPath", path);
        event.put("rawQueryString", query);
        event.put("headers", headers);
        event.put("requestContext", Map.of("http", Map.of("method", "POST", "path", path)));
        event.put("body", base64 ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8));
        event.put("isBase64Encoded", base64);
        return JSON.std.asString(event).getBytes(StandardCharsets.UTF_8);
    }
}
