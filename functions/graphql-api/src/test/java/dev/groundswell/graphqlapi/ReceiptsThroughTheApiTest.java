package dev.groundswell.graphqlapi;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.message.receipt.DeliveryCount;
import dev.groundswell.core.order.BuyerId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReceiptsThroughTheApiTest {

    private static final String STANDINGS =
            "{ customer(id: \"B1\") { standings { channel address exclusion bars { bar inForce source by } } } }";

    private final Api api = new Api();

    private Reply change(String mutation, Map<String, ?> input) {
        var name = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1);
        var query = "mutation($input: " + name + "Input!) { " + mutation
                + "(input: $input) { standing { exclusion } userErrors { field message code } } }";
        return api.answer(AnEvent.aPost(query, Map.of("input", input))
                .claiming(Map.of("store", "demo", "roles", "[operator]", "sub", "ann")));
    }

    private void ordered() {
        api.has(Api.DEMO, anOrder("T1").by("B1").of("Ann", "+8613727494530", "ann@qq.com"));
    }

    @Nested
    class An_address {

        @Test
        void that_is_opted_out_gets_nothing() {
            ordered();
            var number = new HashMap<String, Object>(Map.of("channel", "SMS", "address", "+86 137 2749 4530"));

            assertThat(change("optOut", number).data("optOut.standing.exclusion"))
                    .isEqualTo("UNSUBSCRIBED");
            assertThat(api.ask(STANDINGS).data("customer.standings.0"))
                    .isEqualTo(Map.of(
                            "channel", "SMS",
                            "address", "+8613727494530",
                            "exclusion", "UNSUBSCRIBED",
                            "bars",
                                    List.of(Map.of(
                                            "bar", "UNSUBSCRIBED",
                                            "inForce", true,
                                            "source", "api",
                                            "by", "ann"))));
            assertThat(api.ask(STANDINGS).data("customer.standings.1.bars")).isEqualTo(List.of());
        }

        @Test
        void that_is_blacklisted_is_so_in_this_store_only() {
            var mailbox = Map.of("channel", "EMAIL", "address", "ann@QQ.com");

            assertThat(change("blacklistAddress", mailbox).data("blacklistAddress.standing.exclusion"))
                    .isEqualTo("BLACKLISTED");

            api.has(Api.OTHER, anOrder("T1").by("B1").of("Ann", null, "ann@qq.com"));
            assertThat(api.answer(AnEvent.aPost(STANDINGS).as("other", "owner")).data("customer.standings.0.exclusion"))
                    .isNull();
        }

        @ParameterizedTest
        @CsvSource({"SMS, 13727494530", "SMS, hello", "EMAIL, ann", "EMAIL, a***@qq.com"})
        void that_is_none_is_told(String channel, String address) {
            var reply = change("optOut", Map.of("channel", channel, "address", address));

            assertThat(reply.data("optOut.standing")).isNull();
            assertThat(reply.data("optOut.userErrors.0.field")).isEqualTo("address");
        }
    }

    @Nested
    class A_customer_who_is_erased {

        private Reply erase(String id) {
            return api.ask("mutation { eraseCustomer(input: {customerId: \"" + id
                    + "\"}) { erasedId userErrors { field code } } }");
        }

        @Test
        void is_nobody_any_more_and_gets_nothing() {
            ordered();

            assertThat(erase("B1").data("eraseCustomer.erasedId")).isEqualTo("B1");

            var history = api.histories.ofBuyer(Api.DEMO.id(), new BuyerId("B1"));
            assertThat(CustomerProfile.of(new BuyerId("B1"), history, Api.DEMO).phone())
                    .isNull();
            assertThat(change(
                                    "blacklistAddress",
                                    Map.of("channel", "SMS", "address", "+8613727494530", "blacklisted", false))
                            .data("blacklistAddress.standing.exclusion"))
                    .isEqualTo("UNSUBSCRIBED");
        }

        @Test
        void must_be_known() {
            assertThat(erase("B9").data("eraseCustomer.userErrors.0"))
                    .isEqualTo(Map.of("field", "customerId", "code", "NOT_FOUND"));
        }
    }

    @Nested
    class Figures_of_deliveries {

        private Reply figures(String from, String to) {
            return api.ask("{ deliveryFigures(from: \"" + from + "\", to: \"" + to
                    + "\") { date provider destination delivered failed deliveryRate } }");
        }

        @Test
        void are_summed_over_all_workers() {
            var day = LocalDate.of(2026, 6, 18);
            api.deliveryCounts.note(Api.DEMO.id(), day, "a", 1, List.of(new DeliveryCount("p1", "QQ", 90, 1)));
            api.deliveryCounts.note(
                    Api.DEMO.id(),
                    day,
                    "b",
                    1,
                    List.of(new DeliveryCount("p1", "QQ", 8, 1), new DeliveryCount("", "", 1, 0)));

            assertThat(figures("2026-06-17", "2026-06-18").data("deliveryFigures.1"))
                    .isEqualTo(Map.of(
                            "date", "2026-06-18",
                            "provider", "p1",
                            "destination", "QQ",
                            "delivered", 98,
                            "failed", 2,
                            "deliveryRate", "0.9800"));
        }

        @Test
        void are_of_a_month_at_most() {
            assertThat(figures("2026-06-01", "2026-07-02").code()).isEqualTo("BAD_USER_INPUT");
            assertThat(figures("2026-06-02", "2026-06-01").code()).isEqualTo("BAD_USER_INPUT");
        }
    }
}
