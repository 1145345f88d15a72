package dev.groundswell.graphqlapi;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.AnOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import tools.jackson.jr.ob.JSON;

final class ErrorsTest {

    private final Api api = new Api();

    @Nested
    class When_a_read_fails {

        @BeforeEach
        void failing() {
            api.has(
                    Api.DEMO,
                    IntStream.range(0, 3)
                            .mapToObj(i -> anOrder("T" + i).by("B" + i))
                            .toArray(AnOrder[]::new));
            api.profileReads.fault = Optional.of(new IllegalStateException("secret of the house"));
        }

        @Test
        void the_client_learns_the_requests_id_and_nothing_else() {
            var reply = api.ask("{ orders { nodes { id buyer { id } } } }");

            assertThat(reply.status()).isEqualTo(200);
            assertThat((List<?>) reply.at("errors")).hasSize(3);
            assertThat(reply.at("errors.0.message"))
                    .isEqualTo("Something went wrong on our side. The log tells more under the request id request-1.");
            assertThat(reply.code()).isEqualTo("INTERNAL");
            assertThat(reply.at("errors.0.path")).isEqualTo(List.of("orders", "nodes", 0, "buyer"));
            assertThat(reply.text()).doesNotContain("secret", "IllegalState");
            assertThat(reply.data("orders.nodes.0.id")).isEqualTo("T2");
        }

        @Test
        void the_log_has_it_once_as_json() {
            api.ask("{ orders { nodes { id buyer { id } } } }");

            assertThat(api.log.lines()).hasSize(1);
            assertThat(JSON.std.mapFrom(api.log.lines().getFirst()))
                    .containsEntry("level", "ERROR")
                    .containsEntry("requestId", "request-1")
                    .containsEntry("where", "/orders/nodes[0]/buyer")
                    .hasEntrySatisfying(
                            "fault",
                            fault -> assertThat((String) fault).contains("IllegalStateException: secret of the house"));
        }

        @Test
        void a_busy_database_is_told_as_such() {
            api.profileReads.fault = Optional.of(ProvisionedThroughputExceededException.builder()
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("ProvisionedThroughputExceededException")
                            .build())
                    .build());

            var reply = api.ask("{ customer(id: \"B1\") { id } }");

            assertThat(reply.code()).isEqualTo("THROTTLED");
            assertThat(api.log.lines()).isEmpty();
        }
    }

    @Nested
    class A_read_that_does_not_end {

        @Test
        void is_given_up_and_told() {
            api.limitedTo(Duration.ofMillis(50));
            api.profileReads.hold.acquireUninterruptibly();

            var reply = api.ask("{ customer(id: \"B1\") { id } }");
            api.profileReads.hold.release();

            assertThat(reply.status()).isEqualTo(504);
            assertThat(reply.code()).isEqualTo("TIMEOUT");
            assertThat(reply.json()).doesNotContainKey("data");
        }
    }

    @Nested
    class An_answer_that_lambda_could_not_return {

        @Test
        void is_refused_with_what_would_be_right() {
            var title = "中".repeat(2_000);
            for (var i = 0; i < 100; i++) {
                var order = anOrder("T" + i).by("B1");
                for (var line = 0; line < 10; line++) {
                    order.item(title, null, 1);
                }
                api.orders.write(Api.DEMO.id(), order.build());
            }

            var reply = api.ask("{ orders(first: 100) { nodes { items { itemId } } } }");

            assertThat(reply.code()).isEqualTo("RESPONSE_TOO_LARGE");
            assertThat(reply.json()).doesNotContainKey("data");
        }
    }

    @Nested
    class An_argument_that_makes_no_sense {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{ orders(first: 101) { totalCount } } | 'first' must lie between 1 and 100, and is 101.",
                    "{ orders(first: -1) { totalCount } } | 'first' must lie between 1 and 100, and is -1.",
                    "{ orders(after: \"x\") { totalCount } } | 'after' is not a cursor of this connection: take the"
                            + " 'endCursor' of the page before.",
                    "{ orders(after: \"\") { totalCount } } | 'after' is not a cursor of this connection: take the"
                            + " 'endCursor' of the page before.",
                    "{ orders(after: \"cjE\") { totalCount } } | 'after' is not a cursor of this connection: take the"
                            + " 'endCursor' of the page before.",
                    "{ orders(after: \"bzk5OTk5OTk5OTk5OS4xL1Qx\") { totalCount } } | 'after' is not a cursor of this"
                            + " connection: take the 'endCursor' of the page before.",
                    "{ orders(filter: {buyerId: \"\"}) { totalCount } } | 'buyerId' has 1 to 128 characters; leave it"
                            + " out for all buyers.",
                    "{ salesMetrics(from: \"2026-06-18T00:00:00Z\", to: \"2026-06-18T00:00:00Z\") { asOf } } | 'to'"
                            + " must be later than 'from'.",
                    "{ salesMetrics(from: \"2020-06-18T00:00:00Z\", to: \"2026-06-18T00:00:00Z\") { asOf } } | From"
                        + " 'from' to 'to' there are more than 1200 points: choose a coarser granularity or a shorter"
                        + " range.",
                })
        void is_told_with_what_would_be_right(String query, String message) {
            var reply = api.ask(query);

            assertThat(reply.at("errors.0.message")).isEqualTo(message);
            assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
            assertThat(api.log.lines()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "2026-06-18",
            "2026-06-18T00:00:00",
            "2026-06-18T00:00+08:00",
            "+12026-06-18T00:00:00Z",
            "yesterday",
        })
        void is_told_for_a_time_that_is_none(String time) {
            var literal = api.ask("{ salesMetrics(from: \"" + time + "\", to: \"2026-06-19T00:00:00Z\") { asOf } }");
            var variable = api.ask(
                    "query($from: DateTime!) { salesMetrics(from: $from, to: \"2026-06-19T00:00:00Z\") { asOf } }",
                    Map.of("from", time));

            assertThat((String) literal.at("errors.0.message")).contains("2026-06-18T00:14:20+08:00");
            assertThat(literal.code()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
            assertThat((String) variable.at("errors.0.message")).contains("2026-06-18T00:14:20+08:00");
            assertThat(variable.code()).isEqualTo("BAD_USER_INPUT");
        }
    }

    @Nested
    class An_id_that_nothing_can_have {

        @Test
        void finds_nothing() {
            var reply = api.ask(
                    "query($long: ID!) { a: order(id: \"\") { id } b: order(id: $long) { id } c: customer(id: \"\") {"
                            + " id } d: customer(id: $long) { id } }",
                    Map.of("long", "x".repeat(200)));

            assertThat(reply.at("errors")).isNull();
            assertThat((Map<?, ?>) reply.at("data"))
                    .hasSize(4)
                    .allSatisfy((_, value) -> assertThat(value).isNull());
        }
    }
}
