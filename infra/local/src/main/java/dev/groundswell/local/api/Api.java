package dev.groundswell.local.api;

import dev.groundswell.local.LocalRunException;
import dev.groundswell.local.LocalSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The run's own API, asked as a front end asks: GraphQL over HTTP, with a token. */
public final class Api implements AutoCloseable {

    private final LocalSystem system;
    private final HttpClient http = HttpClient.newHttpClient();

    public Api(LocalSystem system) {
        this.system = system;
    }

    /** A JSON object of an answer. A field that should be there and is not, is an answer that nobody understands. */
    public record Answer(Map<?, ?> fields) {

        public Optional<Answer> find(String field) {
            return Optional.ofNullable(fields.get(field))
                    .filter(Map.class::isInstance)
                    .map(value -> new Answer((Map<?, ?>) value));
        }

        public Answer at(String field) {
            return find(field).orElseThrow(() -> missing(field));
        }

        public List<Answer> list(String field) {
            var elements = new ArrayList<Answer>();
            if (fields.get(field) instanceof List<?> list) {
                list.forEach(each -> {
                    if (each instanceof Map<?, ?> map) {
                        elements.add(new Answer(map));
                    }
                });
            }
            return elements;
        }

        public Optional<String> text(String field) {
            return Optional.ofNullable(fields.get(field)).map(Object::toString);
        }

        public String requireText(String field) {
            return text(field).orElseThrow(() -> missing(field));
        }

        public long number(String field) {
            if (fields.get(field) instanceof Number number) {
                return number.longValue();
            }
            throw missing(field);
        }

        private LocalRunException missing(String field) {
            return new LocalRunException("The API's answer has no " + field + ": " + fields);
        }
    }

    /**
     * The data of an operation.
     *
     * @throws LocalRunException if it is refused
     */
    public Answer ask(String query, Map<String, ?> variables) {
        String body = JSON.std.asString(Map.of("query", query, "variables", variables));
        var request = HttpRequest.newBuilder(URI.create(system.url() + "/graphql"))
                .header("Authorization", "Bearer " + system.token("owner"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        HttpResponse<String> response = send(request);
        Answer answer = read(response);
        List<Answer> errors = answer.list("errors");
        if (!errors.isEmpty()) {
            throw new LocalRunException("The API refuses: " + errors.getFirst().requireText("message"));
        }
        return answer.at("data");
    }

    /** A mutation's payload, which is none if it was asked wrongly. */
    public Answer mutate(String mutation, String query, Map<String, ?> input) {
        Answer payload = ask(query, Map.of("input", input)).at(mutation);
        List<Answer> errors = payload.list("userErrors");
        if (!errors.isEmpty()) {
            throw new LocalRunException(errors.getFirst().requireText("message"));
        }
        return payload;
    }

    /** Any request, of this API or elsewhere. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LocalRunException("The run does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunException("Interrupted.", e);
        }
    }

    private static Answer read(HttpResponse<String> response) {
        try {
            return new Answer(JSON.std.mapFrom(response.body()));
        } catch (JacksonException e) {
            throw new LocalRunException("The API answers " + response.statusCode() + ": " + response.body(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
