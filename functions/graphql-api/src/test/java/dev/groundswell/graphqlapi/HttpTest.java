package dev.groundswell.graphqlapi;

import static dev.groundswell.graphqlapi.AnEvent.aGet;
import static dev.groundswell.graphqlapi.AnEvent.aPost;
import static dev.groundswell.graphqlapi.AnEvent.aPostOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL over HTTP, beyond what the audit of {@code graphql-http} looks at. */
final class HttpTest {

    private static final String MODERN = "application/graphql-response+json";

    private final Api api = new Api();

    private Reply answer(AnEvent event) {
        return api.answer(event.as("demo", "viewer"));
    }

    @Nested
    class The_form_of_an_answer {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "application/graphql-response+json | application/graphql-response+json; charset=utf-8",
                    "application/json | application/json; charset=utf-8",
                    "application/graphql-response+json, application/json;q=0.9 | application/graphql-response+json;"
                            + " charset=utf-8",
                    "application/json;q=0.9, application/graphql-response+json | application/graphql-response+json;"
                            + " charset=utf-8",
                    "application/json, application/graphql-response+json | application/json; charset=utf-8",
                    "APPLICATION/GraphQL-Response+JSON; charset=utf-8 | application/graphql-response+json;"
                            + " charset=utf-8",
                    "text/html, */*;q=0.1 | application/json; charset=utf-8",
                    "application/* | application/json; charset=utf-8",
                    "'' | application/json; charset=utf-8",
                })
        void is_what_the_client_likes_best(String accept, String contentType) {
            var reply = answer(aPost("{ __typename }").with("accept", accept));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers()).containsEntry("content-type", contentType);
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/html", "application/json;q=0", "application/json;q=none"})
        void is_refused_if_the_client_likes_none(String accept) {
            var reply = answer(aPost("{ __typename }").with("accept", accept));

            assertThat(reply.status()).isEqualTo(406);
            assertThat((String) reply.at("errors.0.message")).contains("application/graphql-response+json");
        }

        @Test
        void is_never_kept_by_a_cache() {
            assertThat(answer(aPost("{ __typename }")).headers())
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("vary", "accept");
        }
    }

    @Nested
    class A_method {

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "DELETE", "PATCH", "HEAD"})
        void other_than_get_and_post_is_refused(String method) {
            var reply = answer(
                    AnEvent.of(method).with("content-type", "application/json").body("{}"));

            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.headers()).containsEntry("allow", "GET, POST");
        }
    }

    @Nested
    class A_get {

        @Test
        void takes_everything_from_the_query_string() {
            var reply = answer(aGet(Map.of(
                    "query", "query A($id: ID!) { order(id: $id) { id } } query B { __typename }",
                    "operationName", "A",
                    "variables", "{\"id\": \"中 & 文\"}",
                    "extensions", "{}")));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.at("errors")).isNull();
            assertThat(reply.json()).containsKey("data");
        }

        @Test
        void never_changes_anything() {
            var reply = answer(aGet(Map.of("query", "mutation { __typename }")).with("accept", MODERN));

            assertThat(reply.status()).isBetween(400, 499);
            assertThat(reply.json()).doesNotContainKey("data");
        }

        @Test
        void with_variables_that_are_not_json_is_told_so() {
            var reply = answer(aGet(Map.of("query", "{ __typename }", "variables", "{id: 1}")));

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.at("errors.0.message")).isEqualTo("The parameter 'variables' is not JSON.");
        }
    }

    @Nested
    class A_post {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/json",
                    "application/json; charset=utf-8",
                    "Application/JSON;charset=\"UTF-8\"",
                    "application/json ; charset = utf8",
                })
        void of_json_in_utf_8_is_read(String type) {
            assertThat(answer(aPost("{ __typename }").with("content-type", type))
                            .status())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "text/plain",
                    "application/graphql",
                    "application/json; charset=gbk",
                    "multipart/form-data; boundary=x"
                })
        void of_anything_else_is_refused(String type) {
            var reply = answer(aPost("{ __typename }").with("content-type", type));

            assertThat(reply.status()).isEqualTo(415);
            assertThat((String) reply.at("errors.0.message")).contains("application/json");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'' | The body is not JSON.",
                    "{ | The body is not JSON.",
                    "{\"query\": \"{ __typename }\"} {} | The body is not JSON.",
                    "null | The body must be a JSON object with 'query'.",
                    "\"{ __typename }\" | The body must be a JSON object with 'query'.",
                    "[{\"query\": \"{ __typename }\"}] | The body is a list. Send one request at a time: batches are"
                            + " not taken.",
                    "{} | The parameter 'query' is missing: it holds the GraphQL text.",
                    "{\"query\": null} | The parameter 'query' is missing: it holds the GraphQL text.",
                    "{\"query\": 7} | The parameter 'query' must be a string.",
                    "{\"query\": \"{ __typename }\", \"operationName\": {}} | The parameter 'operationName' must be a"
                            + " string.",
                    "{\"query\": \"{ __typename }\", \"variables\": []} | The parameter 'variables' must be a JSON"
                            + " object.",
                    "{\"query\": \"{ __typename }\", \"variables\": \"{}\"} | The parameter 'variables' must be a JSON"
                            + " object.",
                    "{\"query\": \"{ __typename }\", \"extensions\": 1} | The parameter 'extensions' must be a JSON"
                            + " object.",
                })
        void that_is_no_request_is_told_why(String body, String message) {
            var reply = answer(
                    AnEvent.of("POST").with("content-type", "application/json").body(body));

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("BAD_REQUEST");
            assertThat(reply.at("errors.0.message")).isEqualTo(message);
        }

        @Test
        void may_hold_what_it_does_not_use() {
            var reply = answer(aPostOf(Map.of("query", "{ __typename }", "id", 1, "extensions", Map.of("mine", true))));

            assertThat(reply.at("data.__typename")).isEqualTo("Query");
        }

        @Test
        void has_a_limit() {
            var reply = answer(
                    AnEvent.of("POST").with("content-type", "application/json").body(" ".repeat(1_000_001)));

            assertThat(reply.status()).isEqualTo(413);
        }
    }

    @Nested
    class The_status {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{ | GRAPHQL_PARSE_FAILED",
                    "{ nothing } | GRAPHQL_VALIDATION_FAILED",
                    "query($id: ID!) { order(id: $id) { id } } | BAD_USER_INPUT",
                    "query A { __typename } query B { __typename } | BAD_USER_INPUT",
                })
        void of_a_query_that_cannot_run_depends_on_the_form(String query, String code) {
            var modern = answer(aPost(query).with("accept", MODERN));
            var plain = answer(aPost(query).with("accept", "application/json"));

            assertThat(modern.status()).isEqualTo(400);
            assertThat(modern.code()).isEqualTo(code);
            assertThat(modern.json()).doesNotContainKey("data");
            assertThat(plain.status()).isEqualTo(200);
            assertThat(plain.text()).isEqualTo(modern.text());
        }

        @Test
        void of_a_query_that_ran_in_part_is_200() {
            var reply = answer(
                    aPost("{ store { id } orders(first: 0) { totalCount } }").with("accept", MODERN));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
            assertThat(reply.json()).containsEntry("data", null);
        }
    }
}
