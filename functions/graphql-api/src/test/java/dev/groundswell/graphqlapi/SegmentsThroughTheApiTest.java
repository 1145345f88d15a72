package dev.groundswell.graphqlapi;

import static dev.groundswell.core.behaviour.Behaviours.anEvent;
import static dev.groundswell.core.order.AnOrder.anOrder;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.behaviour.BehaviourKind;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.segment.ReadyMade;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

final class SegmentsThroughTheApiTest {

    private static final String PREVIEW = """
        query($query: String, $rule: SegmentRuleInput) {
          segmentPreview(query: $query, rule: $rule) {
            count countIsExact candidates runsAsJob asOf
            reachability { sms email both neither }
            clauses { query kept left isExact }
            sample { id name phone }
          }
        }
        """;

    private static final String CHECK = """
        query($query: String, $rule: SegmentRuleInput) {
          checkSegmentRule(query: $query, rule: $rule) { query rule errors { line column path message expected } }
        }
        """;

    private static final String SAVE = """
        mutation($input: SaveSegmentInput!) {
          saveSegment(input: $input) {
            segment { id name description readyMade query rule revision updatedAt }
            ruleErrors { line column path message expected }
            userErrors { field message code }
          }
        }
        """;

    private static final String DELETE =
            "mutation($input: DeleteSegmentInput!) { deleteSegment(input: $input) { deletedId userErrors { field"
                    + " message code } } }";

    private final Api api = new Api();

    /** Ann has paid twice and been reached by both channels; Ben once, and has withdrawn; Cleo never; Dora only looked. */
    @BeforeEach
    void customers() {
        api.histories.record(
                Api.DEMO.id(),
                new BuyerId("Ben"),
                new Consent(Channel.SMS, Consent.State.WITHDRAWN, Api.NOW, "sms-reply", "provider"));
        api.has(
                Api.DEMO,
                anOrder("T1")
                        .by("Ann")
                        .paidAt("2026-06-01T00:00:00Z")
                        .item("i1", "tea", 1)
                        .of("Ann", "+8613727494530", "ann@qq.com"),
                anOrder("T2").by("Ann").paidAt("2026-06-17T00:00:00Z").of("Ann", "+8613727494530", "ann@qq.com"),
                anOrder("T3").by("Ben").paidAt("2025-06-17T00:00:00Z").of("Ben", "+8613727494531", null),
                anOrder("T4").by("Cleo").of("Cleo", null, null));
        api.behaved(Api.DEMO, anEvent("Dora", BehaviourKind.VIEW, "i1", null, "2026-06-17T00:00:00Z"));
    }

    private Reply preview(String query) {
        return api.ask(PREVIEW, Map.of("query", query));
    }

    private Reply save(Map<String, ?> input) {
        return api.ask(SAVE, Map.of("input", input));
    }

    private static List<Object> list(Reply reply, String path) {
        return List.copyOf((List<?>) requireNonNull(reply.data(path)));
    }

    private Reply delete(String id) {
        return api.ask(DELETE, Map.of("input", Map.of("id", id)));
    }

    @Nested
    class A_preview {

        @Test
        void tells_who_meets_a_rule_and_what_each_part_of_it_keeps() {
            var reply = preview("paid_orders >= 1 AND last_paid_at >= -90d");

            assertThat(reply.at("errors")).isNull();
            assertThat(reply.data("segmentPreview.count")).isEqualTo(1);
            assertThat(reply.data("segmentPreview.countIsExact")).isEqualTo(true);
            assertThat(reply.data("segmentPreview.asOf")).isEqualTo("2026-06-18T12:00:00+08:00");
            assertThat(reply.data("segmentPreview.clauses"))
                    .isEqualTo(List.of(
                            Map.of("query", "paid_orders >= 1", "kept", 2, "left", 2, "isExact", true),
                            Map.of("query", "last_paid_at >= -90d", "kept", 1, "left", 1, "isExact", true)));
            assertThat(reply.data("segmentPreview.sample"))
                    .isEqualTo(List.of(Map.of("id", "Ann", "name", "Ann", "phone", "+8613727494530")));
        }

        @Test
        void tells_how_they_can_be_reached() {
            assertThat(preview("orders >= 1").data("segmentPreview.reachability"))
                    .isEqualTo(Map.of("sms", 0, "email", 0, "both", 1, "neither", 2));
        }

        @Test
        void reads_the_orders_of_those_whom_the_columns_do_not_decide() {
            var reply = preview("orders(item = 'i1') >= 1");

            assertThat(reply.data("segmentPreview.count")).isEqualTo(1);
            assertThat(reply.data("segmentPreview.candidates")).isEqualTo(0);
            assertThat(reply.data("segmentPreview.sample.0.id")).isEqualTo("Ann");
        }

        @Test
        void takes_a_tree_as_well() {
            var rule = Map.of(
                    "all",
                    List.of(
                            Map.of("field", Map.of("name", "orders", "operator", "GREATER", "values", List.of("0"))),
                            Map.of("not", Map.of("boughtIn", "618-2026"))));

            var reply = api.ask(PREVIEW, Map.of("rule", rule));

            assertThat(reply.at("errors")).isNull();
            assertThat(reply.data("segmentPreview.count")).isEqualTo(2);
            assertThat(reply.data("segmentPreview.clauses.1.query")).isEqualTo("NOT bought_in('618-2026')");
        }

        @Test
        void masks_phones_for_whoever_may_only_look() {
            var reply = api.answer(
                    AnEvent.aPost(PREVIEW, Map.of("query", "paid_orders >= 2")).as("demo", "viewer"));

            assertThat(reply.data("segmentPreview.sample.0.phone")).isEqualTo("+8613*******30");
        }

        @Test
        void wants_the_rule_in_one_form() {
            var tree = Map.of("all", List.of());
            assertThat(api.ask(PREVIEW).code()).isEqualTo("BAD_USER_INPUT");
            assertThat(api.ask(PREVIEW, Map.of("query", "", "rule", tree)).code())
                    .isEqualTo("BAD_USER_INPUT");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "paid_order >= 2 | Line 1, column 1",
                    "bought_in('619-2026') | 619-2026",
                    "in_segment('nobody') | nobody",
                })
        void is_refused_for_a_rule_that_makes_no_sense(String query, String message) {
            var reply = preview(query);

            assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
            assertThat((String) reply.at("errors.0.message")).contains(message);
        }

        @Test
        void is_dear() {
            assertThat(preview("orders >= 1").at("extensions.cost.query")).isEqualTo(203);
        }
    }

    @Nested
    class A_rule_that_is_checked {

        @Test
        void is_told_in_both_forms() {
            var reply = api.ask(CHECK, Map.of("query", "PAID_orders>=2 and random( 'autumn' )<12.50"));

            assertThat(reply.data("checkSegmentRule.query")).isEqualTo("paid_orders >= 2 AND random('autumn') < 12.5");
            assertThat(reply.data("checkSegmentRule.errors")).isEqualTo(List.of());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "paid_orders >= 2 AND random('autumn') < 12.5",
                    "orders(item IN ('a', 'b') AND placed_at >= -30d) >= 1 OR events(kind = CART) < 3",
                    "NOT (last_carted_at > last_ordered_at AND in_segment('mobile'))",
                    "province IS NOT NULL AND last_paid_at BETWEEN 2026-06-01 AND today",
                })
        void comes_back_as_a_tree_that_means_the_same(String query) {
            var tree = requireNonNull(api.ask(CHECK, Map.of("query", query)).data("checkSegmentRule.rule"));

            var again = api.ask(CHECK, Map.of("rule", tree));

            assertThat(again.at("errors")).isNull();
            assertThat(again.data("checkSegmentRule"))
                    .isEqualTo(api.ask(CHECK, Map.of("query", query)).data("checkSegmentRule"));
        }

        @Test
        void is_told_where_it_is_wrong_and_what_would_be_right() {
            var reply = api.ask(CHECK, Map.of("query", "orders >= 1\nAND paidorders >= 2"));

            assertThat(reply.data("checkSegmentRule.rule")).isNull();
            assertThat(reply.data("checkSegmentRule.errors.0.line")).isEqualTo(2);
            assertThat(reply.data("checkSegmentRule.errors.0.column")).isEqualTo(5);
            assertThat(list(reply, "checkSegmentRule.errors.0.expected")).contains("paid_orders");
        }
    }

    @Nested
    class A_hostile_rule {

        @Test
        void of_a_megabyte_is_refused_by_its_length() {
            var reply = api.ask(CHECK, Map.of("query", "NOT ".repeat(240_000)));

            assertThat((String) reply.data("checkSegmentRule.errors.0.message")).contains("20,000 characters");
        }

        @Test
        void of_more_than_a_request_may_have_is_not_even_read() {
            assertThat(api.ask(CHECK, Map.of("query", "x".repeat(1_000_001))).status())
                    .isEqualTo(413);
        }

        @Test
        void nested_ten_thousand_deep_is_refused_by_its_depth() {
            var depth = 10_000;
            var body = "{\"query\": " + JSON.std.asString(CHECK) + ", \"variables\": {\"rule\": "
                    + "{\"not\": ".repeat(depth) + "{\"all\": []}" + "}".repeat(depth) + "}}";

            var reply = api.answer(AnEvent.of("POST")
                    .as("demo", "owner")
                    .with("content-type", "application/json")
                    .body(body));

            assertThat(reply.code()).isEqualTo("BAD_REQUEST");
            assertThat((String) reply.at("errors.0.message")).contains("nested more than 200 deep");
        }

        @Test
        void nested_as_deep_as_a_request_may_be_is_refused_by_its_depth() {
            var rule = Stream.<Map<String, Object>>iterate(Map.of("all", List.of()), inner -> Map.of("not", inner))
                    .skip(150)
                    .findFirst()
                    .orElseThrow();

            var reply = api.ask(CHECK, Map.of("rule", rule));

            assertThat((String) reply.data("checkSegmentRule.errors.0.message")).contains("20");
            assertThat((String) reply.data("checkSegmentRule.errors.0.path")).startsWith("not.not");
        }

        @Test
        void in_a_query_nested_without_end_is_no_query() {
            var depth = 10_000;
            var reply = api.ask("{ checkSegmentRule(rule: " + "{not: ".repeat(depth) + "{all: []}" + "}".repeat(depth)
                    + ") { query } }");

            assertThat(reply.code()).isEqualTo("GRAPHQL_PARSE_FAILED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"NaN", "Infinity", "1e999999999", "-1", "2; DROP TABLE", "０"})
        void has_numbers_that_are_none(String number) {
            var test = Map.of("name", "paid_orders", "operator", "EQUAL", "values", List.of(number));

            var reply = api.ask(CHECK, Map.of("rule", Map.of("field", test)));

            assertThat(reply.data("checkSegmentRule.rule")).isNull();
            assertThat(reply.data("checkSegmentRule.errors.0.path")).isEqualTo("field.values[0]");
        }

        @Test
        void with_two_keys_in_one_object_is_refused_by_the_schema() {
            var reply = api.ask(CHECK, Map.of("rule", Map.of("boughtIn", "618-2026", "inSegment", "mobile")));

            assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
        }

        @Test
        void is_completed_by_nothing() {
            var reply = api.ask(
                    "query($query: String!) { segmentCompletions(query: $query, position: 2147483647) { options { text"
                            + " } } }",
                    Map.of("query", "(".repeat(300_000)));

            assertThat(reply.data("segmentCompletions.options")).isEqualTo(List.of());
        }
    }

    @Nested
    class An_editor {

        @Test
        void gets_what_could_stand_at_the_cursor() {
            var reply = api.ask("""
                { segmentCompletions(query: "orders >= 1 AND paid_or", position: 23) { from to options { kind text meaning } } }
                """);

            assertThat(reply.data("segmentCompletions.from")).isEqualTo(16);
            assertThat(reply.data("segmentCompletions.options.0.text")).isEqualTo("paid_orders");
            assertThat(reply.data("segmentCompletions.options.0.kind")).isEqualTo("FIELD");
            assertThat((String) reply.data("segmentCompletions.options.0.meaning"))
                    .contains("paid");
        }

        @Test
        void gets_all_fields_with_an_example_that_makes_sense() {
            var fields = (List<?>)
                    requireNonNull(api.ask("{ segmentFields { name example } }").data("segmentFields"));

            assertThat(fields).hasSizeGreaterThan(60).allSatisfy(field -> {
                var example = ((Map<?, ?>) field).get("example");
                assertThat(api.ask(CHECK, Map.of("query", requireNonNull(example)))
                                .data("checkSegmentRule.errors"))
                        .as(String.valueOf(example))
                        .isEqualTo(List.of());
            });
        }
    }

    @Nested
    class A_ready_made_segment {

        @Test
        void has_the_thresholds_of_the_store() {
            var reply = api.ask("{ segment(id: \"new-recent\") { readyMade query rule updatedAt revision } }");

            assertThat(reply.data("segment.query")).isEqualTo("paid_orders = 1 AND last_paid_at >= -90d");
            assertThat(reply.data("segment.readyMade")).isEqualTo(true);
            assertThat(reply.data("segment.revision")).isEqualTo(0);
        }

        @Test
        void is_copied_by_saving_its_rule() {
            var query = requireNonNull(
                    api.ask("{ segment(id: \"mobile\") { query } }").data("segment.query"));

            var copy = save(Map.of("name", "Ours", "query", query));

            assertThat(copy.data("saveSegment.segment.id")).isEqualTo("ours");
            assertThat(copy.data("saveSegment.segment.readyMade")).isEqualTo(false);
        }

        @Test
        void is_neither_changed_nor_deleted() {
            var changed = save(Map.of("id", "mobile", "name", "Ours", "query", ""));

            assertThat(changed.data("saveSegment.userErrors.0.code")).isEqualTo("WRONG_STATE");
            assertThat(delete("mobile").data("deleteSegment.userErrors.0.code")).isEqualTo("WRONG_STATE");
        }

        @Test
        void has_members() {
            var reply = api.ask("{ segment(id: \"potential\") { members { nodes { id } } preview { count } } }");

            assertThat(reply.data("segment.members.nodes")).isEqualTo(List.of());
            assertThat(reply.data("segment.preview.count")).isEqualTo(0);
        }
    }

    @Nested
    class A_segment {

        @Test
        void is_kept_with_its_rule_in_both_forms() {
            var reply = save(Map.of("name", "Loyal", "description", "Buys.", "query", "paid_orders>=2"));

            assertThat(reply.data("saveSegment.userErrors")).isEqualTo(List.of());
            assertThat(reply.data("saveSegment.segment.query")).isEqualTo("paid_orders >= 2");
            assertThat(reply.data("saveSegment.segment.rule.field.name")).isEqualTo("paid_orders");
            assertThat(api.ask("{ segment(id: \"loyal\") { name description revision updatedAt } }")
                            .data("segment"))
                    .isEqualTo(Map.of(
                            "name",
                            "Loyal",
                            "description",
                            "Buys.",
                            "revision",
                            1,
                            "updatedAt",
                            "2026-06-18T12:00:00+08:00"));
        }

        @Test
        void is_changed_only_by_whoever_has_seen_the_latest() {
            save(Map.of("name", "Loyal", "query", "paid_orders >= 2"));
            var first = save(Map.of("id", "loyal", "name", "Loyal", "query", "paid_orders >= 3", "revision", 1));
            var second = save(Map.of("id", "loyal", "name", "Loyal", "query", "paid_orders >= 4", "revision", 1));

            assertThat(first.data("saveSegment.segment.revision")).isEqualTo(2);
            assertThat(second.data("saveSegment.userErrors.0.code")).isEqualTo("WRONG_STATE");
            assertThat(second.data("saveSegment.segment.query")).isEqualTo("paid_orders >= 3");
        }

        @Test
        void can_be_asked_for_by_another_and_is_then_not_deleted() {
            save(Map.of("name", "Loyal", "query", "paid_orders >= 2"));
            save(Map.of("name", "Others", "query", "NOT in_segment('loyal')"));

            assertThat(preview("in_segment('others')").data("segmentPreview.count"))
                    .isEqualTo(3);
            assertThat((String) delete("loyal").data("deleteSegment.userErrors.0.message"))
                    .contains("others");
            assertThat(delete("others").data("deleteSegment.deletedId")).isEqualTo("others");
            assertThat(delete("loyal").data("deleteSegment.deletedId")).isEqualTo("loyal");
        }

        @Test
        void that_would_ask_for_itself_is_not_saved() {
            save(Map.of("name", "Loyal", "query", "paid_orders >= 2"));

            var reply = save(Map.of("id", "loyal", "name", "Loyal", "query", "in_segment('loyal')"));

            assertThat(reply.data("saveSegment.segment")).isNull();
            assertThat(reply.data("saveSegment.userErrors.0.field")).isEqualTo("query");
        }

        @Test
        void with_a_rule_that_makes_no_sense_is_not_saved() {
            var reply = save(Map.of("name", "Loyal", "query", "spend >= 1.234"));

            assertThat(reply.data("saveSegment.segment")).isNull();
            assertThat(reply.data("saveSegment.userErrors.0.field")).isEqualTo("query");
            assertThat((List<?>) reply.data("saveSegment.ruleErrors")).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"'', name", "' x', name"})
        void without_a_proper_name_is_not_saved(String name, String field) {
            var reply = save(Map.of("name", name, "query", "orders >= 1"));

            assertThat(reply.data("saveSegment.userErrors.0.field")).isEqualTo(field);
        }

        @Test
        void of_an_id_that_there_is_not_is_told() {
            assertThat(save(Map.of("id", "X y", "name", "n", "query", "")).data("saveSegment.userErrors.0.code"))
                    .isEqualTo("NOT_FOUND");
            assertThat(save(Map.of("id", "x", "name", "n", "query", "")).data("saveSegment.userErrors.0.code"))
                    .isEqualTo("NOT_FOUND");
            assertThat(delete("X y").data("deleteSegment.userErrors.0.code")).isEqualTo("NOT_FOUND");
            assertThat(api.ask("{ segment(id: \"X y\") { id } }").data("segment"))
                    .isNull();
        }

        @Test
        void is_of_one_store() {
            save(Map.of("name", "Loyal", "query", "paid_orders >= 2"));
            var deletion = AnEvent.aPost(DELETE, Map.of("input", Map.of("id", "loyal")));

            assertThat(api.answer(AnEvent.aPost("{ segment(id: \"loyal\") { id } }")
                                    .as("other", "owner"))
                            .data("segment"))
                    .isNull();
            assertThat(api.answer(deletion.as("other", "owner")).data("deleteSegment.userErrors.0.code"))
                    .isEqualTo("NOT_FOUND");
            assertThat(api.ask("{ segment(id: \"loyal\") { id } }").data("segment.id"))
                    .isEqualTo("loyal");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "saveSegment(input: {name: \"Loyal\", query: \"\"}) { segment { id } }",
                    "deleteSegment(input: {id: \"loyal\"}) { deletedId }",
                    "freezeSegment(input: {segmentId: \"mobile\"}) { audience { id } }",
                    "exportAudience(input: {audienceId: \"x\", format: CSV}) { export { status } }",
                })
        void is_not_changed_by_whoever_may_only_look(String mutation) {
            var reply =
                    api.answer(AnEvent.aPost("mutation { " + mutation + " }").as("demo", "viewer"));

            assertThat(reply.code()).isEqualTo("FORBIDDEN");
        }
    }

    @Nested
    class All_segments {

        @Test
        void are_read_page_by_page() {
            save(Map.of("name", "Zebra", "query", "paid_orders >= 2"));
            save(Map.of("name", "Aardvark", "query", "paid_orders >= 2"));
            var first =
                    api.ask("{ segments(first: 20) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }");
            var second = api.ask(
                    "query($after: String) { segments(first: 20, after: $after) { nodes { id } pageInfo { hasNextPage"
                            + " } } }",
                    Map.of("after", requireNonNull(first.data("segments.pageInfo.endCursor"))));

            assertThat(first.data("segments.totalCount")).isEqualTo(ReadyMade.values().length + 2);
            assertThat(first.data("segments.nodes.0.id")).isEqualTo("potential");
            assertThat(first.data("segments.pageInfo.hasNextPage")).isEqualTo(true);
            assertThat(list(second, "segments.nodes"))
                    .hasSize(ReadyMade.values().length + 2 - 20)
                    .endsWith(Map.of("id", "aardvark"), Map.of("id", "zebra"));
            assertThat(second.data("segments.pageInfo.hasNextPage")).isEqualTo(false);
        }

        @Test
        void can_be_previewed_by_the_page() {
            assertThat(api.ask("{ segments(first: 20) { nodes { id preview { count } } } }")
                            .at("errors"))
                    .isNull();
        }
    }

    @Nested
    class Members {

        @Test
        void are_each_on_one_page() {
            save(Map.of("name", "All", "query", ""));
            var first = api.ask(
                    "{ segment(id: \"all\") { members(first: 3) { edges { cursor node { id } } pageInfo { hasNextPage"
                            + " endCursor } } } }");
            var second = api.ask(
                    "query($after: String) { segment(id: \"all\") { members(first: 3, after: $after) { nodes { id }"
                            + " pageInfo { hasNextPage } } } }",
                    Map.of("after", requireNonNull(first.data("segment.members.pageInfo.endCursor"))));

            var ids = Stream.of("0", "1", "2")
                    .map(edge -> first.data("segment.members.edges." + edge + ".node.id"))
                    .toList();
            assertThat(first.data("segment.members.pageInfo.hasNextPage")).isEqualTo(true);
            assertThat((List<?>) second.data("segment.members.nodes")).hasSize(1);
            assertThat(ids).doesNotContain(second.data("segment.members.nodes.0.id"));
            assertThat(second.data("segment.members.pageInfo.hasNextPage")).isEqualTo(false);
        }

        @Test
        void behind_a_cursor_that_is_none_are_refused() {
            assertThat(api.ask("{ segment(id: \"mobile\") { members(after: \"bXg\") { nodes { id } } } }")
                            .code())
                    .isEqualTo("BAD_USER_INPUT");
        }
    }
}
