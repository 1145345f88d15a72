package dev.groundswell.graphqlapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** Events of the gateway for tests: {@code aPost("{ store { name } }").as("demo", "viewer")}. */
final class AnEvent {

    private final String method;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Map<String, String> claims = Map.of();
    private String query = "";
    private String body = "";

    private AnEvent(String method) {
        this.method = method;
    }

    static AnEvent of(String method) {
        return new AnEvent(method);
    }

    static AnEvent aPost(String query) {
        return aPostOf(Map.of("query", query));
    }

    static AnEvent aPost(String query, Map<String, ?> variables) {
        return aPostOf(Map.of("query", query, "variables", variables));
    }

    static AnEvent aPostOf(Map<String, ?> parameters) {
        return of("POST").with("content-type", "application/json").body(JSON.std.asString(parameters));
    }

    static AnEvent aGet(Map<String, String> parameters) {
        return of("GET")
                .query(parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                        .collect(Collectors.joining("&")));
    }

    AnEvent with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    AnEvent as(String store, String... roles) {
        claims = Map.of("store", store, "roles", "[" + String.join(" ", List.of(roles)) + "]");
        return this;
    }

    AnEvent claiming(Map<String, String> claimed) {
        claims = claimed;
        return this;
    }

    AnEvent query(@Nullable String rawQuery) {
        query = rawQuery == null ? "" : rawQuery;
        return this;
    }

    AnEvent body(String text) {
        body = text;
        return this;
    }

    InputStream json() {
        var context = new LinkedHashMap<String, Object>();
        context.put("http", Map.of("method", method, "path", "/graphql"));
        if (!claims.isEmpty()) {
            context.put("authorizer", Map.of("jwt", Map.of("claims", claims)));
        }
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "2.0");
        event.put("rawPath", "/graphql");
        event.put("rawQueryString", query);
        event.put("headers", headers);
        event.put("requestContext", context);
        event.put("body", body);
        event.put("isBase64Encoded", false);
        return new ByteArrayInputStream(JSON.std.asString(event).getBytes(UTF_8));
    }
}
