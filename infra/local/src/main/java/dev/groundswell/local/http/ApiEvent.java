package dev.groundswell.local.http;

import com.sun.net.httpserver.HttpExchange;
import dev.groundswell.local.template.LocalNames;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The event that an HTTP API hands over, payload format 2.0. */
final class ApiEvent {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final HttpExchange exchange;
    private final Map<String, String> headers;

    ApiEvent(HttpExchange exchange) {
        this.exchange = exchange;
        this.headers = headers(exchange);
    }

    byte[] write(
            Route route,
            Map<String, String> pathParameters,
            Tokens.@Nullable Verdict verdict,
            byte[] body,
            Instant now) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("version", "2.0");
            json.writeStringProperty("routeKey", route.key());
            json.writeStringProperty("rawPath", exchange.getRequestURI().getRawPath());
            json.writeStringProperty("rawQueryString", query());
            writeCookies(json);
            writeTexts(json, "headers", headers);
            writeTextsIfAny(json, "queryStringParameters", queryParameters());
            json.writeName("requestContext");
            writeContext(json, route, verdict, now);
            writeTextsIfAny(json, "pathParameters", pathParameters);
            writeBody(json, body);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void writeContext(JsonGenerator json, Route route, Tokens.@Nullable Verdict verdict, Instant now) {
        json.writeStartObject();
        json.writeStringProperty("accountId", LocalNames.ACCOUNT);
        json.writeStringProperty("apiId", "local");
        if (verdict instanceof Tokens.Verdict.Allowed(var claims, var scopes)) {
            writeAuthorizer(json, claims, scopes);
        }
        json.writeStringProperty("domainName", headers.getOrDefault("host", "localhost"));
        json.writeStringProperty("domainPrefix", "local");
        json.writeObjectPropertyStart("http");
        json.writeStringProperty("method", exchange.getRequestMethod());
        json.writeStringProperty("path", exchange.getRequestURI().getRawPath());
        json.writeStringProperty("protocol", exchange.getProtocol());
        json.writeStringProperty(
                "sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
        json.writeStringProperty("userAgent", headers.getOrDefault("user-agent", ""));
        json.writeEndObject();
        json.writeStringProperty("requestId", UUID.randomUUID().toString());
        json.writeStringProperty("routeKey", route.key());
        json.writeStringProperty("stage", "$default");
        json.writeStringProperty("time", TIME.format(now));
        json.writeNumberProperty("timeEpoch", now.toEpochMilli());
        json.writeEndObject();
    }

    private static void writeAuthorizer(JsonGenerator json, Map<String, String> claims, List<String> scopes) {
        json.writeObjectPropertyStart("authorizer");
        json.writeObjectPropertyStart("jwt");
        writeTexts(json, "claims", claims);
        if (scopes.isEmpty()) {
            json.writeNullProperty("scopes");
        } else {
            json.writeArrayPropertyStart("scopes");
            scopes.forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeBody(JsonGenerator json, byte[] body) {
        boolean text = isText(headers.getOrDefault("content-type", ""));
        if (body.length > 0) {
            json.writeStringProperty(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
        json.writeBooleanProperty("isBase64Encoded", body.length > 0 && !text);
    }

    private static boolean isText(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return type.startsWith("text/")
                || type.endsWith("+json")
                || type.endsWith("+xml")
                || List.of("application/json", "application/xml", "application/javascript")
                        .contains(type);
    }

    private void writeCookies(JsonGenerator json) {
        List<String> cookies = exchange.getRequestHeaders().get("Cookie");
        if (cookies != null) {
            json.writeArrayPropertyStart("cookies");
            cookies.forEach(each -> List.of(each.split("; *")).forEach(json::writeString));
            json.writeEndArray();
        }
    }

    private String query() {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : query;
    }

    /** Repeated parameters are joined by commas. */
    private Map<String, String> queryParameters() {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : query().split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters.merge(
                        decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "", (one, two) -> one + "," + two);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Lower-cased; repeated headers are joined by commas; cookies have their own place. */
    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("cookie")) {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
            }
        });
        return headers;
    }

    private static void writeTextsIfAny(JsonGenerator json, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            writeTexts(json, name, texts);
        }
    }

    private static void writeTexts(JsonGenerator json, String name, Map<String, String> texts) {
        json.writeObjectPropertyStart(name);
        texts.forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
