package dev.groundswell.graphqlapi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.segment.freeze.AudienceStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AudiencesThroughTheApiTest {

    private static final String FREEZE = """
        mutation($input: FreezeSegmentInput!) {
          freezeSegment(input: $input) {
            audience { id name segmentId query status frozenAt frozenBy count progress { parts done members } }
            ruleErrors { message }
            userErrors { field message code }
          }
        }
        """;

    private static final String EXPORT = """
        mutation($input: ExportAudienceInput!) {
          exportAudience(input: $input) { export { format status downloadUrl } userErrors { field message code } }
        }
        """;

    private final Api api = new Api();

    private Reply freeze(Map<String, ?> input) {
        return api.answer(AnEvent.aPost(FREEZE, Map.of("input", input))
                .claiming(Map.of("store", "demo", "roles", "[operator]", "sub", "ann")));
    }

    private Reply export(Object audience, String format) {
        return api.ask(EXPORT, Map.of("input", Map.of("audienceId", audience.toString(), "format", format)));
    }

    @Nested
    class Freezing {

        @Test
        void begins_at_once_and_is_left_to_workers() {
            var reply = freeze(Map.of("query", "paid_orders>=2", "name", "First wave"));

            assertThat(reply.data("freezeSegment.userErrors")).isEqualTo(List.of());
            assertThat(reply.data("freezeSegment.audience.name")).isEqualTo("First wave");
            assertThat(reply.data("freezeSegment.audience.query")).isEqualTo("paid_orders >= 2");
            assertThat(reply.data("freezeSegment.audience.status")).isEqualTo("FREEZING");
            assertThat(reply.data("freezeSegment.audience.frozenAt")).isEqualTo("2026-06-18T12:00:00+08:00");
            assertThat(reply.data("freezeSegment.audience.frozenBy")).isEqualTo("ann");
            assertThat(reply.data("freezeSegment.audience.progress"))
                    .isEqualTo(Map.of("parts", 0, "done", 0, "members", 0));
            assertThat(api.segmentDesk.steps.take()).hasSize(1).allMatch(AudienceStep.Start.class::isInstance);
        }

        @Test
        void takes_a_segment_by_its_id() {
            var reply = freeze(Map.of("segmentId", "mobile"));

            assertThat(reply.data("freezeSegment.audience.segmentId")).isEqualTo("mobile");
            assertThat(reply.data("freezeSegment.audience.name")).isEqualTo("Mobile customers");
            assertThat(reply.data("freezeSegment.audience.query")).isEqualTo("mobile_orders >= 1 AND paid_orders >= 1");
        }

        @Test
        void the_same_rule_twice_in_one_second_is_one_audience() {
            var first = freeze(Map.of("query", "orders >= 1")).data("freezeSegment.audience.id");

            assertThat(freeze(Map.of("query", "ORDERS >= 1")).data("freezeSegment.audience.id"))
                    .isEqualTo(first);
            assertThat(api.ask("{ audiences { nodes { id } } }").data("audiences.nodes"))
                    .isEqualTo(List.of(Map.of("id", requireNonNull(first))));
        }

        @Test
        void everybody_has_a_name_too() {
            assertThat((String) freeze(Map.of("query", "")).data("freezeSegment.audience.name"))
                    .isNotBlank();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "query | paid_order >= 2 | query",
                    "segmentId | nobody | segmentId",
                    "segmentId | X y | segmentId",
                    "name | First wave | segmentId",
                })
        void is_refused_where_nobody_can_be_meant(String field, String value, String wrong) {
            var reply = freeze(Map.of(field, value));

            assertThat(reply.data("freezeSegment.audience")).isNull();
            assertThat(reply.data("freezeSegment.userErrors.0.field")).isEqualTo(wrong);
            assertThat(api.segmentDesk.steps.take()).isEmpty();
        }

        @Test
        void is_refused_where_it_is_not_clear_who_is_meant() {
            var both = freeze(Map.of("query", "orders >= 1", "segmentId", "mobile"));
            var two = freeze(Map.of("query", "orders >= 1", "rule", Map.of("all", List.of())));

            assertThat(both.data("freezeSegment.userErrors.0.code")).isEqualTo("INVALID");
            assertThat(two.data("freezeSegment.userErrors.0.code")).isEqualTo("INVALID");
        }

        @Test
        void of_too_many_at_a_time_waits() {
            for (var orders = 1; orders <= 5; orders++) {
                freeze(Map.of("query", "orders >= " + orders));
            }

            assertThat(freeze(Map.of("query", "orders >= 6")).data("freezeSegment.userErrors.0.code"))
                    .isEqualTo("TOO_MANY");
        }
    }

    @Nested
    class An_audience {

        private static final String QUERY = """
            query($id: ID!) {
              audience(id: $id) {
                status count manifestHash finishedAt failure progress { parts }
                exports { format status members downloadUrl expiresAt failure }
              }
            }
            """;

        @BeforeEach
        void ofEachKind() {
            api.segmentDesk.hasOneOfEachKind(Api.DEMO, "first wave");
        }

        private Reply ask(Object id) {
            return api.ask(QUERY, Map.of("id", id.toString()));
        }

        @Test
        void that_is_ready_has_a_count_a_hash_and_files() {
            var reply = ask(SegmentDesk.READY);

            assertThat(reply.data("audience.status")).isEqualTo("READY");
            assertThat(reply.data("audience.count")).isEqualTo(2);
            assertThat(reply.data("audience.manifestHash")).isEqualTo("0f3a");
            assertThat(reply.data("audience.progress")).isNull();
            assertThat(reply.data("audience.exports.0.status")).isEqualTo("READY");
            assertThat((String) reply.data("audience.exports.0.downloadUrl")).endsWith(SegmentDesk.READY + ".csv");
            assertThat(reply.data("audience.exports.1.failure")).isEqualTo("The bucket is gone.");
        }

        @Test
        void that_failed_says_why() {
            assertThat(ask(SegmentDesk.FAILED).data("audience.failure")).isEqualTo("The index changed for too long.");
        }

        @Test
        void gives_no_addresses_to_whoever_may_only_look() {
            var reply = api.answer(AnEvent.aPost(QUERY, Map.of("id", SegmentDesk.READY.value()))
                    .as("demo", "viewer"));

            assertThat(reply.data("audience.exports.0.status")).isEqualTo("READY");
            assertThat(reply.data("audience.exports.0.downloadUrl")).isNull();
        }

        @Test
        void of_an_id_that_there_is_not_is_not_found() {
            assertThat(ask("x").data("audience")).isNull();
            assertThat(ask("20200617T040000Z-00000001").data("audience")).isNull();
        }

        @Test
        void is_listed_newest_first_page_by_page() {
            var first = api.ask("{ audiences(first: 2) { nodes { id } pageInfo { hasNextPage endCursor } } }");
            var second = api.ask(
                    "query($after: String) { audiences(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage"
                            + " } } }",
                    Map.of("after", requireNonNull(first.data("audiences.pageInfo.endCursor"))));

            assertThat(first.data("audiences.nodes.0.id")).isEqualTo(SegmentDesk.FAILED.value());
            assertThat(second.data("audiences.nodes")).isEqualTo(List.of(Map.of("id", SegmentDesk.READY.value())));
            assertThat(second.data("audiences.pageInfo.hasNextPage")).isEqualTo(false);
        }

        @Test
        void is_written_to_a_file_once_it_is_ready() {
            var reply = export(SegmentDesk.READY, "JSON_LINES");

            assertThat(reply.data("exportAudience.userErrors")).isEqualTo(List.of());
            assertThat(reply.data("exportAudience.export.status")).isEqualTo("WRITING");
            assertThat(reply.data("exportAudience.export.downloadUrl")).isNull();
            assertThat(api.segmentDesk.steps.take()).hasSize(1).allMatch(AudienceStep.Export.class::isInstance);
        }

        @Test
        void that_is_not_ready_is_not_written() {
            assertThat(export(SegmentDesk.FREEZING, "CSV").data("exportAudience.userErrors.0.code"))
                    .isEqualTo("WRONG_STATE");
            assertThat(export("20200617T040000Z-00000001", "CSV").data("exportAudience.userErrors.0.code"))
                    .isEqualTo("NOT_FOUND");
        }

        @Test
        void is_of_one_store() {
            var reply = api.answer(AnEvent.aPost(
                            EXPORT, Map.of("input", Map.of("audienceId", SegmentDesk.READY.value(), "format", "CSV")))
                    .as("other", "owner"));

            assertThat(reply.data("exportAudience.userErrors.0.code")).isEqualTo("NOT_FOUND");
        }
    }
}
