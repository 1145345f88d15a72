package dev.groundswell.graphqlapi;

import static dev.groundswell.core.behaviour.Behaviours.anEvent;
import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.behaviour.BehaviourKind;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class BehaviourThroughTheApiTest {

    private final Api api = new Api();

    @Nested
    class Warm_up_metrics {

        @Test
        void are_by_the_days_of_the_store() {
            api.behaved(
                    Api.DEMO,
                    anEvent("B1", BehaviourKind.VIEW, "I1", null, "2026-06-16T15:59:59Z"),
                    anEvent("B1", BehaviourKind.VIEW, "I1", null, "2026-06-16T16:00:00Z"));

            var reply = api.ask("""
                { warmUpMetrics(from: "2026-06-16", to: "2026-06-17") {
                    total { visitors peopleEstimated views } newCustomers { visitors } series { date total { visitors } } } }
                """);

            assertThat(reply.data("warmUpMetrics.total.views")).isEqualTo(2);
            assertThat(reply.data("warmUpMetrics.total.visitors")).isEqualTo(1);
            assertThat(reply.data("warmUpMetrics.total.peopleEstimated")).isEqualTo(true);
            assertThat(reply.data("warmUpMetrics.newCustomers.visitors")).isNull();
            assertThat(reply.data("warmUpMetrics.series.0.date")).isEqualTo("2026-06-16");
            assertThat(reply.data("warmUpMetrics.series.1.total.visitors")).isEqualTo(1);
        }

        @Test
        void of_an_empty_or_an_endless_range_are_refused() {
            for (var to : new String[] {"2026-06-16", "2028-06-17"}) {
                var reply = api.ask("{ warmUpMetrics(from: \"2026-06-17\", to: \"" + to + "\") { total { views } } }");

                assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
            }
        }

        @Test
        void of_a_day_that_does_not_exist_are_refused() {
            var reply = api.ask("{ warmUpMetrics(from: \"2026-02-30\", to: \"2026-06-17\") { total { views } } }");

            assertThat(reply.at("errors")).isNotNull();
        }
    }

    @Nested
    class Somebody_who_only_looked_around {

        @Test
        void is_known_without_being_counted_as_a_customer() {
            api.behaved(Api.DEMO, anEvent("V1", BehaviourKind.CART, "I1", "shoes", "2026-06-16T16:00:00Z"));
            api.has(Api.DEMO, anOrder("T1").by("B1"));

            var reply = api.ask("""
                { store { customerCount visitorCount reachability { withPhone withEmail withNeither } }
                  customer(id: "V1") {
                    orderCount firstOrderedAt lastModifiedAt spend { amount }
                    behaviour { cart { itemId category at } } channels { channel reachable exclusion } } }
                """);

            assertThat(reply.data("store"))
                    .isEqualTo(Map.of(
                            "customerCount",
                            1,
                            "visitorCount",
                            1,
                            "reachability",
                            Map.of("withPhone", 0, "withEmail", 0, "withNeither", 1)));
            assertThat(reply.data("customer.orderCount")).isEqualTo(0);
            assertThat(reply.data("customer.firstOrderedAt")).isNull();
            assertThat(reply.data("customer.spend.amount")).isEqualTo("0.00");
            assertThat(reply.data("customer.behaviour.cart.0"))
                    .isEqualTo(Map.of("itemId", "I1", "category", "shoes", "at", "2026-06-17T00:00:00+08:00"));
            assertThat(reply.data("customer.channels.0.exclusion")).isEqualTo("NO_ADDRESS");
        }

        @Test
        void is_a_customer_from_the_first_order_on() {
            api.behaved(Api.DEMO, anEvent("B1", BehaviourKind.VIEW, "I1", null, "2026-06-16T16:00:00Z"));
            api.has(Api.DEMO, anOrder("T1").by("B1").of("Ann", "+8613727494530", null));

            assertThat(api.ask("{ store { customerCount visitorCount reachability { withPhone } } }")
                            .data("store"))
                    .isEqualTo(Map.of("customerCount", 1, "visitorCount", 0, "reachability", Map.of("withPhone", 1)));
        }
    }
}
