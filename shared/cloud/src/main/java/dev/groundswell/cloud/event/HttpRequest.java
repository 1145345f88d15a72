package dev.groundswell.cloud.event;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A request that an API Gateway HTTP API hands to a function: an event of payload format 2.0.
 *
 * @param method          in upper case
 * @param path            without the query, as it was sent
 * @param rawQueryString  what stands behind the question mark, still encoded
 * @param queryParameters decoded; of a name that is given more than once, the first
 * @param headers         by names in lower case; a header that was sent more than once has its values joined by commas
 * @param body            the bytes exactly as they were sent; empty where there are none
 * @param claims          of the verified token; empty where the route asks for none. The gateway writes a list as {@code [a b]}
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">the format</a>
 */
@SuppressWarnings("ArrayRecordComponent") // A signature is of these very bytes; requests are never compared.
public record HttpRequest(
        String method,
        String path,
        String rawQueryString,
        Map<String, String> queryParameters,
        Map<String, String> headers,
        byte[] body,
        Map<String, String> claims) {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    public HttpRequest {
        queryParameters = Collections.unmodifiableMap(new LinkedHashMap<>(queryParameters));
        headers = Map.copyOf(headers);
        claims = Map.copyOf(claims);
    }

    /**
     * Reads an event to its end.
     *
     * @throws tools.jackson.core.JacksonException if it is no JSON object; a gateway never sends that
     */
    public static HttpRequest read(InputStream event) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), event)) {
            var reader = new Reader(json);
            reader.readEvent();
            return reader.request();
        }
    }

    /** The value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The fields of a body that is a form, decoded like the query's parameters; none of any other body. */
    public Map<String, String> formFields() {
        var isForm = header("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .orElse(false);
        return isForm ? decoded(text().strip()) : Map.of();
    }

    /** The values of a claim that is a list, e.g. of roles; a single value is a list of one. */
    public List<String> claimValues(String name) {
        var written = claims.getOrDefault(name, "").strip();
        var isList = written.startsWith("[") && written.endsWith("]");
        var values = isList ? written.substring(1, written.length() - 1) : written;
        return Arrays.stream(values.split("[\\s,]+"))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Never a body, a claim or a header in a log. */
    @Override
    public String toString() {
        return "HttpRequest[" + method + " " + path + ", " + body.length + " bytes]";
    }

    private static Map<String, String> decoded(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                parameters.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** What is not encoded as it should be stays as it is: the query of a request is no reason to fail. */
    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return encoded;
        }
    }

    /** Picks what we use out of the event, in whatever order it comes. */
    private static final class Reader {

        private final JsonParser json;
        private String method = "";
        private String path = "/";
        private String rawQueryString = "";
        private Map<String, String> headers = Map.of();
        private Map<String, String> claims = Map.of();
        private String body = "";
        private boolean base64;

        Reader(JsonParser json) {
            this.json = json;
        }

        HttpRequest request() {
            return new HttpRequest(
                    method.toUpperCase(Locale.ROOT),
                    path,
                    rawQueryString,
                    decoded(rawQueryString),
                    headers,
                    base64 ? Base64.getMimeDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8),
                    claims);
        }

        void readEvent() {
            json.nextToken();
            eachField(name -> {
                switch (name) {
                    case "rawPath" -> path = text();
                    case "rawQueryString" -> rawQueryString = text();
                    case "headers" -> headers = lowerCased(texts());
                    case "body" -> body = text();
                    case "isBase64Encoded" -> base64 = json.currentToken() == JsonToken.VALUE_TRUE;
                    case "requestContext" -> eachField(this::readContext);
                    default -> json.skipChildren();
                }
            });
        }

        private void readContext(String name) {
            switch (name) {
                case "http" ->
                    eachField(field -> {
                        if (field.equals("method")) {
                            method = text();
                        } else {
                            json.skipChildren();
                        }
                    });
                case "authorizer", "jwt" -> eachField(this::readContext);
                case "claims" -> claims = texts();
                default -> json.skipChildren();
            }
        }

        private void eachField(Consumer<String> field) {
            JsonWalk.eachField(json, field);
        }

        private Map<String, String> texts() {
            var texts = new LinkedHashMap<String, String>();
            eachField(name -> texts.put(name, text()));
            return texts;
        }

        /** A value as text; a list as the gateway writes one. */
        private String text() {
            return switch (json.currentToken()) {
                case START_ARRAY -> list();
                case START_OBJECT -> {
                    json.skipChildren();
                    yield "";
                }
                case VALUE_NULL -> "";
                default -> json.getString();
            };
        }

        private String list() {
            var values = new ArrayList<String>();
            JsonWalk.eachElement(json, () -> values.add(text()));
            return "[" + String.join(" ", values) + "]";
        }

        private static Map<String, String> lowerCased(Map<String, String> headers) {
            var lowerCased = new LinkedHashMap<String, String>();
            headers.forEach((name, value) ->
                    lowerCased.merge(name.toLowerCase(Locale.ROOT), value, (first, second) -> first + "," + second));
            return lowerCased;
        }
    }
}
