package dev.groundswell.cloud.endpoint.bucket;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request in path style: {@code /bucket/key?parameters}. */
final class S3Request {

    private static final String STREAMING = "STREAMING-";

    private final HttpExchange exchange;
    private final String bucket;
    private final String key;
    private final Map<String, String> parameters;

    S3Request(HttpExchange exchange) {
        this.exchange = exchange;
        String[] path = exchange.getRequestURI().getRawPath().substring(1).split("/", 2);
        this.bucket = decoded(path[0]);
        this.key = path.length == 2 ? decoded(path[1]) : "";
        this.parameters = parameters(exchange.getRequestURI().getRawQuery());
    }

    /** A plus sign in a path is one, unlike in a form. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new TreeMap<String, String>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return parameters;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String rawPath() {
        return exchange.getRequestURI().getRawPath();
    }

    String bucket() {
        return bucket;
    }

    String key() {
        return key;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    boolean has(String parameter) {
        return parameters.containsKey(parameter);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    String require(String parameter) throws S3Error {
        return parameter(parameter).orElseThrow(() -> S3Error.invalid("The parameter " + parameter + " is missing."));
    }

    int number(String parameter, int otherwise) throws S3Error {
        try {
            return parameter(parameter).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw S3Error.invalid("The parameter " + parameter + " is no number.");
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** What is kept with an object: how to hand it out, and the user's own metadata. */
    Map<String, String> kept() {
        var kept = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (BucketApi.HANDED_OUT.contains(lower) || lower.startsWith("x-amz-meta-")) {
                kept.put(lower, String.join(",", values));
            }
        });
        // How the body was sent, not what it is.
        kept.computeIfPresent("content-encoding", (_, encoding) -> encoding.replaceFirst("^aws-chunked,?\\s*", ""));
        kept.values().removeIf(String::isBlank);
        return kept;
    }

    /** The body without the SDK's wrapping. */
    InputStream body() {
        var body = new BufferedInputStream(exchange.getRequestBody());
        boolean wrapped = header("x-amz-content-sha256")
                .filter(hash -> hash.startsWith(STREAMING))
                .isPresent();
        return wrapped ? new AwsChunkedStream(body) : body;
    }
}
