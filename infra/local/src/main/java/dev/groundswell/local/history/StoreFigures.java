package dev.groundswell.local.history;

import dev.groundswell.local.LocalSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** What the store holds now, asked as a front end asks: by GraphQL over HTTP. */
public record StoreFigures(long orders, long customers) {

    private static final String QUERY = "{\"query\":\"{ store { orderCount customerCount } }\"}";

    /** The figures; empty if the API does not answer them. */
    public static Optional<StoreFigures> of(LocalSystem system) {
        var request = HttpRequest.newBuilder(URI.create(system.url() + "/graphql"))
                .header("Authorization", "Bearer " + system.token("viewer"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return read(JSON.std.mapFrom(answer.body()));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<StoreFigures> read(Map<String, Object> answer) {
        return answer.get("data") instanceof Map<?, ?> data
                        && data.get("store") instanceof Map<?, ?> store
                        && store.get("orderCount") instanceof Number orders
                        && store.get("customerCount") instanceof Number customers
                ? Optional.of(new StoreFigures(orders.longValue(), customers.longValue()))
                : Optional.empty();
    }
}
