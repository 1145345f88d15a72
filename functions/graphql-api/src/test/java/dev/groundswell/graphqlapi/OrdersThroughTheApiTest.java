package dev.groundswell.graphqlapi;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.AnOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class OrdersThroughTheApiTest {

    private final Api api = new Api();

    @Nested
    class An_order {

        @Test
        void is_found_by_its_id_with_times_in_the_stores_zone() {
            api.has(
                    Api.DEMO,
                    anOrder("T1").by("B1").placedAt("2026-06-17T16:14:20.5Z").costing(7194));

            var reply = api.ask(
                    "{ order(id: \"T1\") { id status isPaid buyerId orderedAt paidAt payable { amount currency }"
                            + " pieces } }");

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.at("errors")).isNull();
            assertThat(reply.data("order"))
                    .isEqualTo(Map.of(
                            "id", "T1",
                            "status", "AWAITING_PAYMENT",
                            "isPaid", false,
                            "buyerId", "B1",
                            "orderedAt", "2026-06-18T00:14:20.5+08:00",
                            "payable", Map.of("amount", "71.94", "currency", "CNY"),
                            "pieces", 0));
        }
    }

    @Nested
    class A_page_of_orders_with_their_buyers {

        @Test
        void reads_all_buyers_at_once() {
            api.has(
                    Api.DEMO,
                    IntStream.range(0, 50)
                            .mapToObj(i -> anOrder("T" + i).by("B" + i))
                            .toArray(AnOrder[]::new));

            var reply = api.ask("{ orders(first: 50) { nodes { id buyer { id orderCount } } totalCount } }");

            assertThat((List<?>) reply.data("orders.nodes"))
                    .hasSize(50)
                    .allMatch(node -> ((Map<?, ?>) node).get("buyer") != null);
            assertThat(reply.data("orders.totalCount")).isEqualTo(50);
            assertThat(api.profileReads.count).isEqualTo(1);
        }
    }
}
