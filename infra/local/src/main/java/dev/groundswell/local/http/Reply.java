package dev.groundswell.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** An HTTP answer. */
@SuppressWarnings("ArrayRecordComponent") // Sent, never compared.
record Reply(int status, List<Map.Entry<String, String>> headers, byte[] body) {

    static Reply text(int status, String contentType, String body) {
        return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(int status, String body) {
        return text(status, "application/json", body);
    }

    static Reply bytes(int status, String contentType, byte[] body) {
        return new Reply(status, List.of(Map.entry("Content-Type", contentType)), body);
    }

    /** The message that API Gateway itself answers with. */
    static Reply message(int status, String message) {
        return json(status, JSON.std.asString(Map.of("message", message)));
    }

    Reply with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(Map.entry(header, value));
        return new Reply(status, more, body);
    }

    /** What a function's answer means, payload format 2.0: without a status code the answer itself is the body. */
    static Reply ofFunction(byte[] answer) {
        try {
            Object read = JSON.std.anyFrom(answer);
            return read instanceof Map<?, ?> map && map.get("statusCode") instanceof Number status
                    ? ofFunction(status.intValue(), map)
                    : bytes(200, "application/json", answer);
        } catch (JacksonException e) {
            return message(500, "Internal Server Error");
        }
    }

    private static Reply ofFunction(int status, Map<?, ?> answer) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        if (answer.get("headers") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> headers.add(Map.entry(String.valueOf(name), String.valueOf(value))));
        }
        if (answer.get("cookies") instanceof List<?> cookies) {
            cookies.forEach(cookie -> headers.add(Map.entry("Set-Cookie", String.valueOf(cookie))));
        }
        if (headers.stream().noneMatch(header -> header.getKey().equalsIgnoreCase("content-type"))) {
            headers.add(Map.entry("Content-Type", "text/plain;charset=UTF-8"));
        }
        return new Reply(status, headers, body(answer.get("body"), answer.get("isBase64Encoded")));
    }

    private static byte[] body(@Nullable Object body, @Nullable Object base64) {
        if (body == null) {
            return new byte[0];
        }
        String text = String.valueOf(body);
        return Boolean.TRUE.equals(base64) ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
