package dev.groundswell.graphqlapi.http;

import dev.groundswell.graphqlapi.execution.ErrorCode;
import java.util.Map;

/** A request that is refused by the rules of HTTP, before any query is looked at. */
final class HttpRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;
    private final String text;

    private HttpRefusal(int status, Map<String, String> headers, String text) {
        super(text, null, false, false);
        this.status = status;
        this.headers = headers;
        this.text = text;
    }

    static HttpRefusal bad(String message) {
        return new HttpRefusal(400, Map.of(), message);
    }

    static HttpRefusal method(String method) {
        return new HttpRefusal(
                405, Map.of("allow", "GET, POST"), "GraphQL is asked with GET or POST, not with " + method + ".");
    }

    static HttpRefusal contentType() {
        return new HttpRefusal(
                415,
                Map.of("accept-post", "application/json; charset=utf-8"),
                "A POST needs the header 'content-type: application/json', in UTF-8.");
    }

    static HttpRefusal accept() {
        return new HttpRefusal(
                406,
                Map.of(),
                "Answers are 'application/graphql-response+json' or 'application/json'; the header 'accept' allows"
                        + " neither.");
    }

    static HttpRefusal size(int limit) {
        return new HttpRefusal(413, Map.of(), "The body is longer than " + limit + " bytes.");
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    ErrorCode code() {
        return ErrorCode.BAD_REQUEST;
    }

    String text() {
        return text;
    }
}
