package dev.groundswell.graphqlapi;

import static dev.groundswell.core.behaviour.Behaviours.anEvent;
import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.behaviour.BehaviourKind;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import dev.groundswell.core.store.Store;
import graphql.schema.GraphQLFieldDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token of one store reaches nothing of another. Every root field is tried, also those that are yet to come. */
final class TenancyTest {

    /** How each root field's answer is asked such that it shows whose data it is. */
    private static final Map<String, String> SELECTIONS = Map.ofEntries(
            Map.entry("store", "{ id name orderCount customerCount }"),
            Map.entry(
                    "order",
                    "{ id contact { name } items { itemId } buyer { name orders { nodes { id contact { name } } } } }"),
            Map.entry("orders", "{ totalCount nodes { id contact { name } buyer { name } } }"),
            Map.entry("rejectedChanges", "{ nodes { id message original } }"),
            Map.entry("historyCoverage", "{ firstDay lastDay orders sources { source orders } days { date orders } }"),
            Map.entry("import", "{ id fileName firstRejected { reason } }"),
            Map.entry("imports", "{ nodes { id fileName reportUrl } }"),
            Map.entry("columnMappings", "{ name mapping }"),
            Map.entry(
                    "customer",
                    "{ id name consents { at source } behaviour { viewedLately { itemId at } } orders { totalCount"
                            + " nodes { id contact { name } } } }"),
            Map.entry(
                    "salesMetrics",
                    "{ asOf total { ordersPlaced sales { amount } } series { total { sales { amount } } } }"),
            Map.entry("segments", "{ totalCount nodes { id name query } }"),
            Map.entry("segment", "{ id query members { nodes { id name } } preview { count sample { name } } }"),
            Map.entry(
                    "segmentPreview",
                    "{ count sample { id name } clauses { kept left } reachability { sms email both neither } }"),
            Map.entry("checkSegmentRule", "{ query rule errors { message } }"),
            Map.entry("segmentFields", "{ name example }"),
            Map.entry("segmentCompletions", "{ options { text } }"),
            Map.entry("audience", "{ id name frozenBy count exports { format downloadUrl } }"),
            Map.entry("audiences", "{ nodes { id name query exports { downloadUrl } } }"),
            Map.entry("campaign", "{ id createdBy progress { audience sent } }"),
            Map.entry("reminderTasks", "{ id name amounts { from { amount } } }"),
            Map.entry("reminderRounds", "{ id name by orders }"),
            Map.entry(
                    "explainOrder",
                    "{ next order { contact { name } } history { text } reminders { taskName } tasks { task { name }"
                            + " why } }"),
            Map.entry("campaigns", "{ nodes { id createdBy progress { audience sent } } }"),
            Map.entry("messages", "{ nodes { id customerId reason providerMessageId } }"),
            Map.entry("messageSettings", "{ signature lowBalance { amount } revision }"),
            Map.entry("messageVariables", "{ name }"),
            Map.entry("deliveryFigures", "{ provider destination delivered }"),
            Map.entry("providers", "{ id weightPercent pricePerThousand { amount } }"),
            Map.entry("routingChanges", "{ provider detail }"),
            Map.entry("wallet", "{ available { amount } lowBalance ledger { nodes { id by available { amount } } } }"),
            Map.entry("warmUpMetrics", "{ total { views visitors } series { date total { views } } }"));

    private final Api api = new Api();

    static Stream<String> rootFields() {
        return new Api().schema().getQueryType().getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName);
    }

    @Nested
    class Where_both_stores_have_the_same_ids {

        @ParameterizedTest
        @MethodSource("dev.groundswell.graphqlapi.TenancyTest#rootFields")
        void a_token_reads_its_own_data_only(String field) {
            fill(Api.DEMO, "Ann", 1_00, "2026-06-18T01:00:00Z");
            fill(Api.OTHER, "SECRET", 777_00, "2026-06-18T02:00:00Z");

            var reply = api.ask(query(field));

            assertThat(reply.at("errors")).isNull();
            assertThat(reply.text()).doesNotContain("SECRET", "777", "T-only-SECRET", "2026-06-18T10:00");
            assertThat(reply.data(field)).isEqualTo(alone(field));
        }

        /** What is answered where the other store does not exist at all. */
        private @Nullable Object alone(String field) {
            var lonely = new Api();
            fill(lonely, Api.DEMO, "Ann", 1_00, "2026-06-18T01:00:00Z");
            return lonely.ask(query(field)).data(field);
        }
    }

    @Nested
    class Where_only_the_other_store_has_data {

        @ParameterizedTest
        @MethodSource("dev.groundswell.graphqlapi.TenancyTest#rootFields")
        void a_token_reads_nothing(String field) {
            var empty = api.ask(query(field)).text();
            fill(Api.OTHER, "SECRET", 777_00, "2026-06-18T02:00:00Z");

            assertThat(api.ask(query(field)).text()).isEqualTo(empty);
        }
    }

    @Nested
    class A_cursor_of_another_store {

        @ParameterizedTest
        @MethodSource("dev.groundswell.graphqlapi.TenancyTest#connections")
        void is_a_place_in_the_callers_own_list(String field) {
            fill(Api.DEMO, "Ann", 1_00, "2026-06-18T01:00:00Z");
            fill(Api.OTHER, "SECRET", 777_00, "2026-06-18T02:00:00Z");
            var filter = field.equals("messages") ? "filter: {state: UNKNOWN}, " : "";
            var foreign = api.answer(
                            AnEvent.aPost("{ " + field + "(" + filter + "first: 1) { pageInfo { endCursor } } }")
                                    .as("other", "owner"))
                    .data(field + ".pageInfo.endCursor");

            var reply = api.ask(
                    "query($after: String) { " + field + "(" + filter + "after: $after) " + SELECTIONS.get(field)
                            + " }",
                    Map.of("after", String.valueOf(foreign)));

            assertThat(foreign).isNotNull();
            assertThat(reply.at("errors")).isNull();
            assertThat(reply.text()).doesNotContain("SECRET", "777");
        }
    }

    static Stream<String> connections() {
        return new Api()
                .schema().getQueryType().getFieldDefinitions().stream()
                        .filter(field -> field.getArgument("after") != null)
                        .map(GraphQLFieldDefinition::getName);
    }

    private static String query(String field) {
        assertThat(SELECTIONS)
                .as("The root field '" + field + "' is new: say here what of it tells whose data it is.")
                .containsKey(field);
        return "{ " + RootFields.call(field) + " " + SELECTIONS.get(field) + " }";
    }

    private void fill(Store store, String name, long sales, String paidAt) {
        fill(api, store, name, sales, paidAt);
    }

    private static void fill(Api api, Store store, String name, long sales, String paidAt) {
        api.histories.record(
                store.id(),
                new BuyerId("B1"),
                new Consent(Channel.SMS, Consent.State.GIVEN, Instant.parse(paidAt), name, name));
        api.has(
                store,
                anOrder("T1")
                        .by("B1")
                        .placedAt(paidAt)
                        .paidAt(paidAt)
                        .costing(sales)
                        .of(name, null, null),
                anOrder("T-only-" + name).by("B-" + name).placedAt(paidAt).of(name, null, null));
        api.behaved(store, anEvent("B1", BehaviourKind.VIEW, name, null, paidAt));
        api.importDesk.hasOneOfEachKind(store.id(), name + ".csv");
        api.segmentDesk.hasOneOfEachKind(store, name);
        api.campaignShelf.hasOneOfEachKind(store, name);
        api.campaignShelf.wasClicked(store);
        api.reminderShelf.hasOneOfEachKind(store, name);
        api.wallets.recharge(store.id(), "p1", sales, name, Instant.parse(paidAt));
        MessageDesk.hasOneOfEachKind(api.messages, store.id(), name);
        api.messageSettings.save(store.id(), TextDesk.signed(name));
        ProviderDesk.hasOne(api, store.id(), name);
        api.rejected(
                store,
                Stream.of("r1", "r2")
                        .map(id -> new RejectedChange(
                                id,
                                Instant.parse(paidAt),
                                new Rejection(RejectionCode.MISSING, "orderId", name + " is missing."),
                                "{\"name\": \"" + name + "\"}"))
                        .toArray(RejectedChange[]::new));
    }

    @Nested
    class A_token {

        @Test
        void that_is_missing_opens_nothing() {
            var reply = api.answer(AnEvent.aPost("{ store { id } }"));

            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
            assertThat((String) reply.at("errors.0.message")).contains("Authorization: Bearer");
            assertThat(reply.json()).doesNotContainKey("data");
        }

        @Test
        void of_a_store_that_does_not_exist_opens_nothing() {
            for (var store : List.of("unknown", "demo|other", "", "DEMO", "demo ")) {
                var reply = api.answer(AnEvent.aPost("{ store { id } }").as(store, "owner"));

                assertThat(reply.status()).as(store).isEqualTo(403);
                assertThat(reply.code()).isEqualTo("FORBIDDEN");
            }
        }

        @Test
        void without_a_store_opens_nothing() {
            var reply = api.answer(AnEvent.aPost("{ store { id } }").claiming(Map.of("roles", "[owner]")));

            assertThat(reply.status()).isEqualTo(403);
            assertThat((String) reply.at("errors.0.message")).contains("claim 'store'");
        }

        @Test
        void without_a_role_that_we_know_opens_nothing() {
            for (var roles : List.of("", "[]", "[admin]", "[ownership]", "OWNER")) {
                var reply =
                        api.answer(AnEvent.aPost("{ store { id } }").claiming(Map.of("store", "demo", "roles", roles)));

                assertThat(reply.status()).as(roles).isEqualTo(403);
                assertThat((String) reply.at("errors.0.message")).contains("roles");
            }
        }
    }
}
