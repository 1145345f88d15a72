package dev.groundswell.graphqlapi.http;

import dev.groundswell.cloud.event.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * The parameters of a GraphQL request.
 *
 * @param query     null if only the hash of a persisted query is sent
 * @param mayChange whether it may be a mutation
 */
record GraphqlRequest(
        @Nullable String query,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        Map<String, @Nullable Object> extensions,
        boolean mayChange) {

    /** Far more than any query with its variables. */
    private static final int MAX_BODY = 1_000_000;

    private static final String TOO_MUCH =
            "is nested more than " + JsonValues.MAX_DEPTH + " deep, or has a number of more digits than any value has.";

    private static final Pattern JSON_IN_UTF_8 =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)?;?");

    /** @throws HttpRefusal if the request is not one of GraphQL over HTTP */
    static GraphqlRequest of(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> ofQueryString(request.queryParameters());
            case "POST" -> ofBody(request);
            default -> throw HttpRefusal.method(request.method());
        };
    }

    private static GraphqlRequest ofQueryString(Map<String, String> parameters) {
        var values = new HashMap<String, @Nullable Object>(parameters);
        for (var name : new String[] {"variables", "extensions"}) {
            var written = parameters.get(name);
            if (written != null) {
                values.put(name, written.isEmpty() ? null : json(name, written));
            }
        }
        if ("".equals(values.get("operationName"))) {
            values.remove("operationName");
        }
        return ofParameters(values, false);
    }

    private static GraphqlRequest ofBody(HttpRequest request) {
        var type = request.header("content-type").orElse("").strip().toLowerCase(Locale.ROOT);
        if (!JSON_IN_UTF_8.matcher(type).matches()) {
            throw HttpRefusal.contentType();
        }
        if (request.body().length > MAX_BODY) {
            throw HttpRefusal.size(MAX_BODY);
        }
        return switch (json(request.body())) {
            case Map<?, ?> object -> ofParameters(object, true);
            case List<?> _ -> throw bad("The body is a list. Send one request at a time: batches are not taken.");
            case null, default -> throw bad("The body must be a JSON object with 'query'.");
        };
    }

    private static GraphqlRequest ofParameters(Map<?, ?> parameters, boolean mayChange) {
        var request = new GraphqlRequest(
                text(parameters, "query"),
                text(parameters, "operationName"),
                map(parameters, "variables"),
                map(parameters, "extensions"),
                mayChange);
        if (request.query() == null && !request.extensions().containsKey("persistedQuery")) {
            throw bad("The parameter 'query' is missing: it holds the GraphQL text.");
        }
        return request;
    }

    private static @Nullable String text(Map<?, ?> parameters, String name) {
        return switch (parameters.get(name)) {
            case null -> null;
            case String text -> text;
            default -> throw bad("The parameter '" + name + "' must be a string.");
        };
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> parameters, String name) {
        return switch (parameters.get(name)) {
            case null -> Map.of();
            case Map<?, ?> map -> {
                var values = new HashMap<String, @Nullable Object>();
                map.forEach((key, value) -> values.put(String.valueOf(key), value));
                yield values;
            }
            default -> throw bad("The parameter '" + name + "' must be a JSON object.");
        };
    }

    private static @Nullable Object json(byte[] body) {
        try {
            return JsonValues.read(body);
        } catch (StreamConstraintsException tooMuch) {
            throw bad("The body " + TOO_MUCH);
        } catch (JacksonException notJson) {
            throw bad("The body is not JSON.");
        }
    }

    private static @Nullable Object json(String name, String written) {
        try {
            return JsonValues.read(written);
        } catch (StreamConstraintsException tooMuch) {
            throw bad("The parameter '" + name + "' " + TOO_MUCH);
        } catch (JacksonException notJson) {
            throw bad("The parameter '" + name + "' is not JSON.");
        }
    }

    private static HttpRefusal bad(String message) {
        return HttpRefusal.bad(message);
    }
}
