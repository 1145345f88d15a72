package dev.groundswell.graphqlapi;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class MessagesThroughTheApiTest {

    private final Api api = new Api();

    @BeforeEach
    void fill() {
        api.has(Api.DEMO, anOrder("T1").by("B1").of("Ann", "+8613727494530", "ann@qq.com"));
        MessageDesk.hasOneOfEachKind(api.messages, Api.DEMO.id(), "timed out");
    }

    private Reply messages(String filter, String fields) {
        return api.ask("{ messages(filter: " + filter + ", first: 50) { nodes { " + fields + " } } }");
    }

    private static List<Object> column(Reply reply, String name) {
        var values = new ArrayList<Object>();
        ((List<?>) Objects.requireNonNull(reply.data("messages.nodes")))
                .forEach(node -> values.add(((Map<?, ?>) node).get(name)));
        return values;
    }

    @Nested
    class A_customer {

        @Test
        void has_all_messages_to_the_own_addresses_newest_first() {
            var reply = messages("{customerId: \"B1\"}", "state channel since");

            assertThat(column(reply, "state"))
                    .containsExactly("UNKNOWN", "UNKNOWN", "SENT", "FAILED", "EXCLUDED", "CLAIMED");
            assertThat(column(reply, "channel")).containsOnly("SMS", "EMAIL");
        }

        @Test
        void has_them_page_by_page() {
            var seen = new ArrayList<Object>();
            var after = "";
            do {
                var reply = api.ask(
                        "query($after: String) { messages(filter: {customerId: \"B1\"}, first: 4, after: $after)"
                                + " { nodes { id } pageInfo { endCursor hasNextPage } } }",
                        after.isEmpty() ? Map.of() : Map.of("after", after));
                seen.addAll(column(reply, "id"));
                after = Boolean.TRUE.equals(reply.data("messages.pageInfo.hasNextPage"))
                        ? String.valueOf(reply.data("messages.pageInfo.endCursor"))
                        : "";
            } while (!after.isEmpty());

            assertThat(seen).hasSize(6).doesNotHaveDuplicates();
        }

        @Test
        void has_them_by_campaign_and_state() {
            assertThat(column(messages("{customerId: \"B1\", state: FAILED}", "code"), "code"))
                    .containsExactly("INVALID");
            assertThat(column(
                            messages("{customerId: \"B1\", campaignId: \"" + MessageDesk.CAMPAIGN + "\"}", "state"),
                            "state"))
                    .containsExactly("UNKNOWN");
        }

        @Test
        void whom_nobody_knows_has_none() {
            assertThat(column(messages("{customerId: \"nobody\"}", "id"), "id")).isEmpty();
        }
    }

    @Nested
    class The_unknown {

        @Test
        void are_listed_with_why_and_how_they_were_sent_again() {
            var reply = messages("{state: UNKNOWN}", "campaignId reason resentAs");

            assertThat(column(reply, "campaignId")).containsExactly(MessageDesk.CAMPAIGN, "20260617T040000Z-0000000d");
            assertThat(column(reply, "reason")).containsOnly("timed out");
            assertThat(String.valueOf(column(reply, "resentAs").getLast())).endsWith("-0000000d.again1");
        }

        @Test
        void of_a_campaign_are_listed() {
            var reply = messages("{state: UNKNOWN, campaignId: \"" + MessageDesk.CAMPAIGN + "\"}", "campaignId");

            assertThat(column(reply, "campaignId")).containsExactly(MessageDesk.CAMPAIGN);
        }
    }

    @Nested
    class Sending_again {

        private Reply resend(Object id) {
            return api.ask(
                    "mutation($id: ID!) { resendMessage(input: {id: $id}) { message { state resentAs } userErrors {"
                            + " field code } } }",
                    Map.of("id", id));
        }

        @Test
        void an_unknown_message_makes_another_one_and_the_same_each_time() {
            for (var times = 0; times < 2; times++) {
                assertThat(resend(MessageDesk.UNKNOWN.toString()).data("resendMessage.message"))
                        .isEqualTo(Map.of(
                                "state",
                                "UNKNOWN",
                                "resentAs",
                                MessageDesk.UNKNOWN.again().toString()));
            }
        }

        @Test
        void a_message_that_the_wallet_cannot_pay_for_is_refused() {
            api.campaignShelf.hasOneOfEachKind(Api.DEMO, "a wave");

            var reply = resend(MessageDesk.UNKNOWN.toString());
            assertThat(reply.data("resendMessage.userErrors.0.code")).isEqualTo("WRONG_STATE");
            assertThat(reply.data("resendMessage.message")).isNull();
        }

        @Test
        void any_other_message_is_refused() {
            assertThat(resend(MessageDesk.SENT.toString()).data("resendMessage.userErrors.0.code"))
                    .isEqualTo("WRONG_STATE");
            assertThat(resend("x").data("resendMessage.userErrors.0.code")).isEqualTo("NOT_FOUND");
        }
    }

    @Nested
    class An_address {

        @Test
        void is_masked_for_a_viewer() {
            var reply = api.answer(AnEvent.aPost("{ messages(filter: {state: UNKNOWN}) { nodes { address } } }")
                    .as("demo", "viewer"));

            assertThat(column(reply, "address")).containsOnly("+8613*******30");
        }
    }

    @Nested
    class A_filter {

        @Test
        void that_names_too_little_is_refused() {
            assertThat(messages("{state: SENT}", "id").code()).isEqualTo("BAD_USER_INPUT");
            assertThat(messages("{}", "id").code()).isEqualTo("BAD_USER_INPUT");
        }

        @Test
        void that_names_no_campaign_is_refused() {
            assertThat(messages("{campaignId: \"x\"}", "id").code()).isEqualTo("BAD_USER_INPUT");
        }
    }
}
