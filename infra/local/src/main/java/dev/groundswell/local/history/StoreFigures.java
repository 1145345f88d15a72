package dev.groundswell.local.history;

import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.api.Api;
import java.util.Map;

/** What the store holds now, asked as a front end asks: by GraphQL over HTTP. */
public record StoreFigures(long orders, long customers) {

    private static final String QUERY = "{ store { orderCount customerCount } }";

    public static StoreFigures of(LocalSystem system) {
        try (var api = new Api(system)) {
            Api.Answer store = api.ask(QUERY, Map.of()).at("store");
            return new StoreFigures(store.number("orderCount"), store.number("customerCount"));
        }
    }
}
