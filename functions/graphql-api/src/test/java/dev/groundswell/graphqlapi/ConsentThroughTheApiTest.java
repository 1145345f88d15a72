package dev.groundswell.graphqlapi;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.BuyerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConsentThroughTheApiTest {

    private static final String RECORD = """
        mutation($input: RecordConsentInput!) {
          recordConsent(input: $input) { consent { channel state at source recordedBy } userErrors { field message code } }
        }
        """;

    private static final String CUSTOMER =
            "{ customer(id: \"B1\") { consents { channel state } channels { channel reachable exclusion } } }";

    private final Api api = new Api();

    private Reply record(String store, Map<String, ?> changes) {
        var input = new HashMap<String, Object>(Map.of("customerId", "B1", "channel", "SMS", "state", "WITHDRAWN"));
        input.putAll(changes);
        return api.answer(AnEvent.aPost(RECORD, Map.of("input", input))
                .claiming(Map.of("store", store, "roles", "[operator]", "sub", "ann")));
    }

    @Nested
    class A_withdrawal {

        @Test
        void ends_the_reach_of_its_channel() {
            var reply = record("demo", Map.of("source", "call centre"));
            api.has(Api.DEMO, anOrder("T1").by("B1").of("Ann", "+8613727494530", "ann@qq.com"));

            assertThat(reply.data("recordConsent.userErrors")).isEqualTo(List.of());
            assertThat(reply.data("recordConsent.consent"))
                    .isEqualTo(Map.of(
                            "channel", "SMS",
                            "state", "WITHDRAWN",
                            "at", "2026-06-18T12:00:00+08:00",
                            "source", "call centre",
                            "recordedBy", "ann"));
            assertThat(api.ask(CUSTOMER).data("customer.consents"))
                    .isEqualTo(List.of(Map.of("channel", "SMS", "state", "WITHDRAWN")));
            assertThat(api.ask(CUSTOMER).data("customer.channels.0.exclusion")).isEqualTo("UNSUBSCRIBED");
            assertThat(api.ask(CUSTOMER).data("customer.channels.1.reachable")).isEqualTo(true);
        }

        @Test
        void that_is_known_from_later_on_still_counts_against_a_consent_given_before() {
            record("demo", Map.of());

            var reply = record("demo", Map.of("state", "GIVEN", "at", "2026-06-18T11:59:59+08:00"));

            assertThat(reply.data("recordConsent.consent.state")).isEqualTo("WITHDRAWN");
        }

        @Test
        void is_of_the_callers_store_only() {
            record("other", Map.of());
            api.has(Api.DEMO, anOrder("T1").by("B1").of("Ann", "+8613727494530", null));

            assertThat(api.ask(CUSTOMER).data("customer.consents")).isEqualTo(List.of());
            assertThat(api.histories.ofBuyer(Api.OTHER.id(), new BuyerId("B1")).consents())
                    .hasSize(1);
        }
    }

    @Nested
    class What_makes_no_sense {

        @ParameterizedTest
        @CsvSource({
            "at, 2026-06-18T12:05:01+08:00, It lies in the future",
            "at, 1969-12-31T23:59:59Z, before 1970",
            "source, '', 1 to 100 characters",
            "customerId, '', 1 to 128 characters",
        })
        void is_told_and_not_recorded(String field, String value, String message) {
            var reply = record("demo", Map.of(field, value));

            assertThat(reply.data("recordConsent.consent")).isNull();
            assertThat(reply.data("recordConsent.userErrors.0.field")).isEqualTo(field);
            assertThat((String) reply.data("recordConsent.userErrors.0.message"))
                    .contains(message);
        }
    }

    @Nested
    class Somebody_of_whom_only_consent_is_known {

        @Test
        void is_no_customer() {
            record("demo", Map.of("state", "GIVEN"));

            assertThat(api.ask("{ customer(id: \"B1\") { id } }").data("customer"))
                    .isNull();
        }
    }
}
