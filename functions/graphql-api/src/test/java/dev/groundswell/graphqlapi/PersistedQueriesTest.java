package dev.groundswell.graphqlapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.graphqlapi.persistedquery.QueryHash;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersistedQueriesTest {

    private static final String QUERY = "{ store { id } }";
    private static final String HASH = QueryHash.of(QUERY).value();

    private final Api api = new Api();

    private Reply ask(@Nullable String query, String hash, String store) {
        return api.answer(event(query, hash).as(store, "viewer"));
    }

    private static AnEvent event(@Nullable String query, String hash) {
        var parameters = new LinkedHashMap<String, Object>();
        if (query != null) {
            parameters.put("query", query);
        }
        parameters.put("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
        return AnEvent.aPostOf(parameters);
    }

    @Nested
    class A_hash {

        @Test
        void that_is_unknown_asks_the_client_for_the_text() {
            var plain = ask(null, HASH, "demo");
            var modern = api.answer(event(null, HASH)
                    .with("accept", "application/graphql-response+json")
                    .as("demo", "viewer"));

            assertThat(plain.status()).isEqualTo(200);
            assertThat(plain.at("errors.0.message")).isEqualTo("PersistedQueryNotFound");
            assertThat(plain.code()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
            assertThat(modern.status()).isEqualTo(404);
        }

        @Test
        void is_enough_once_the_text_was_sent_along() {
            ask(QUERY, HASH, "demo");

            assertThat(ask(null, HASH, "demo").data("store.id")).isEqualTo("demo");
        }

        @Test
        void is_enough_for_another_process_too() {
            ask(QUERY, HASH, "demo");
            api.restart();

            assertThat(ask(null, HASH, "demo").data("store.id")).isEqualTo("demo");
        }

        @Test
        void is_enough_in_a_get() {
            ask(QUERY, HASH, "demo");

            var reply = api.answer(AnEvent.aGet(Map.of(
                            "extensions", "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + HASH + "\"}}"))
                    .as("demo", "viewer"));

            assertThat(reply.data("store.id")).isEqualTo("demo");
        }

        @Test
        void of_another_store_is_unknown() {
            ask(QUERY, HASH, "other");

            assertThat(ask(null, HASH, "demo").code()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        }

        @Test
        void that_is_not_of_the_text_is_refused() {
            var reply = ask("{ store { name } }", HASH, "demo");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.at("errors.0.message"))
                    .isEqualTo("'extensions.persistedQuery.sha256Hash' is not the SHA-256 of 'query'.");
            assertThat(api.persistedQueries.kept).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"persistedQuery\": {\"version\": 2, \"sha256Hash\": \"%s\"}}",
                    "{\"persistedQuery\": {\"sha256Hash\": \"%s\"}}",
                    "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"abc\"}}",
                    "{\"persistedQuery\": \"%s\"}",
                    "{\"persistedQuery\": {}}",
                })
        void in_another_form_is_refused(String extensions) {
            var reply = api.answer(AnEvent.aGet(Map.of("extensions", extensions.formatted(HASH)))
                    .as("demo", "viewer"));

            assertThat(reply.status()).isEqualTo(400);
            assertThat((String) reply.at("errors.0.message")).contains("sha256Hash");
        }
    }

    @Nested
    class A_text {

        @Test
        void is_kept_once() {
            ask(QUERY, HASH, "demo");
            api.persistedQueries.kept.clear();
            ask(QUERY, HASH, "demo");

            assertThat(api.persistedQueries.kept).isEmpty();
        }

        @Test
        void that_is_not_valid_is_not_kept() {
            var query = "{ nothing }";

            assertThat(ask(query, QueryHash.of(query).value(), "demo").code()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
            assertThat(api.persistedQueries.kept).isEmpty();
        }

        @Test
        void that_is_too_long_runs_and_is_not_kept() {
            var query = QUERY + " #" + "x".repeat(50_000);

            assertThat(ask(query, QueryHash.of(query).value(), "demo").data("store.id"))
                    .isEqualTo("demo");
            assertThat(api.persistedQueries.kept).isEmpty();
        }
    }
}
