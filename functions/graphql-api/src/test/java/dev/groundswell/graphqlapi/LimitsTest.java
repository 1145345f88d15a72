package dev.groundswell.graphqlapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitsTest {

    private final Api api = new Api();

    @Nested
    class The_cost_of_a_query {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "0 | { __typename }",
                    "1 | { store { id name } }",
                    "21 | { orders { nodes { id } } }",
                    "101 | { orders(first: 100) { nodes { id } } }",
                    "21 | { orders(first: null) { nodes { id } } }",
                    "31 | query($n: Int = 10) { orders(first: $n) { edges { node { id } } pageInfo { endCursor } } }",
                    "52 | { salesMetrics(from: \"2026-06-18T00:00:00Z\", to: \"2026-06-18T01:00:00Z\") { total { sales"
                            + " { amount } } } }",
                    "2 | { ...Root } fragment Root on Query { a: store { id } ... on Query { b: store { id } } }",
                })
        void is_told_with_the_answer(int cost, String query) {
            assertThat(api.ask(query).at("extensions.cost")).isEqualTo(Map.of("query", cost, "limit", 5000));
        }

        @Test
        void counts_the_variables_that_are_given() {
            var reply = api.ask("query($n: Int) { orders(first: $n) { nodes { id } } }", Map.of("n", 7));

            assertThat(reply.at("extensions.cost.query")).isEqualTo(8);
        }

        @Test
        void is_limited_before_anything_is_read() {
            var reply = api.ask("{ orders(first: 100) { nodes { buyer { orders(first: 100) { nodes { id } } } } } }");

            assertThat(reply.code()).isEqualTo("QUERY_TOO_COMPLEX");
            assertThat((String) reply.at("errors.0.message")).contains("about 10301 objects", "5000");
            assertThat(reply.json()).doesNotContainKey("data");
        }
    }

    @Nested
    class A_query {

        @Test
        void is_not_nested_without_end() {
            var reply = api.ask("{ orders(first: 1) { nodes { " + "buyer { orders(first: 1) { nodes { ".repeat(5) + "id"
                    + " } } }".repeat(5) + " } } }");

            assertThat(reply.code()).isEqualTo("QUERY_TOO_COMPLEX");
            assertThat(reply.at("errors.0.message")).isEqualTo("The query is nested more than 12 fields deep.");
        }

        @Test
        void does_not_grow_by_fragments_of_fragments() {
            var query = new StringBuilder("{ store { ...F0 } }");
            for (var i = 0; i < 40; i++) {
                query.append(" fragment F" + i + " on Store { ...F" + (i + 1) + " ...F" + (i + 1) + " }");
            }
            query.append(" fragment F40 on Store { id }");

            assertThat(api.ask(query.toString()).code()).isEqualTo("QUERY_TOO_COMPLEX");
        }

        @Test
        void does_not_have_thousands_of_fields() {
            var query = new StringBuilder("{ store {");
            for (var i = 0; i < 1_001; i++) {
                query.append(" f" + i + ": id");
            }

            assertThat(api.ask(query + " } }").code()).isEqualTo("QUERY_TOO_COMPLEX");
        }

        @Test
        void has_no_variables_nested_without_end() {
            var deep = "[".repeat(10_000) + "]".repeat(10_000);
            var reply = api.answer(AnEvent.of("POST")
                    .as("demo", "owner")
                    .with("content-type", "application/json")
                    .body("{\"query\": \"{ __typename }\", \"variables\": {\"rule\": " + deep + "}}"));

            assertThat(reply.code()).isEqualTo("BAD_REQUEST");
            assertThat((String) reply.at("errors.0.message")).contains("nested more than 200 deep");
        }

        @Test
        void is_not_longer_than_a_few_pages() {
            assertThat(api.ask("{ __typename } " + " ".repeat(100_000)).code()).isEqualTo("GRAPHQL_PARSE_FAILED");
            assertThat(api.ask("{ " + "__typename ".repeat(9_000) + "}").code()).isEqualTo("GRAPHQL_PARSE_FAILED");
            assertThat(api.ask("{ a".repeat(300) + " }".repeat(300)).code()).isEqualTo("GRAPHQL_PARSE_FAILED");
        }
    }

    @Nested
    class The_schema {

        private static final String ABOUT_THE_SCHEMA = "{ __schema { queryType { name } } }";

        @Test
        void can_be_asked_for_where_introspection_is_on() {
            assertThat(api.ask(ABOUT_THE_SCHEMA).data("__schema.queryType.name"))
                    .isEqualTo("Query");
        }

        @Test
        void cannot_be_asked_for_where_it_is_off() {
            var reply = new Api(false).ask(ABOUT_THE_SCHEMA);

            assertThat(reply.code()).isEqualTo("INTROSPECTION_DISABLED");
            assertThat(reply.text()).doesNotContain("Query\"");
        }

        @Test
        void lets_the_names_of_types_through_all_the_same() {
            assertThat(new Api(false).ask("{ __typename store { __typename } }").at("errors"))
                    .isNull();
        }
    }
}
