package dev.groundswell.graphqlapi;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.AnOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

            var reply = api.ask("{ order(id: \"T1\") { id status isPaid buyerId orderedAt payable { amount currency }"
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

        @Test
        void reads_a_buyer_of_several_orders_once() {
            api.has(Api.DEMO, anOrder("T1").by("B1"), anOrder("T2").by("B1"));

            var reply = api.ask(
                    "{ a: orders { nodes { buyer { id } } } b: orders { nodes { buyer { name } } } c: customer(id:"
                            + " \"B1\") { id } }");

            assertThat(reply.at("errors")).isNull();
            assertThat(api.profileReads.count).isEqualTo(1);
        }

        @Test
        void shows_no_buyer_where_none_is_counted_yet() {
            api.orders.write(Api.DEMO.id(), anOrder("T1").by("B1").build());

            var reply = api.ask("{ orders { nodes { id buyerId buyer { id } } } }");

            assertThat(reply.at("errors")).isNull();
            assertThat(reply.data("orders.nodes.0.buyerId")).isEqualTo("B1");
            assertThat(reply.data("orders.nodes.0.buyer")).isNull();
        }
    }

    @Nested
    class Orders_asked_for_one_by_one {

        @Test
        void are_read_at_once_and_so_are_their_buyers() {
            api.has(
                    Api.DEMO,
                    anOrder("T1").by("B1"),
                    anOrder("T2").by("B2"),
                    anOrder("T3").by("B3"));

            var reply =
                    api.ask("{ a: order(id: \"T1\") { buyer { id } } b: order(id: \"T2\") { buyer { id } } c: order(id:"
                            + " \"T3\") { buyer { id } } }");

            assertThat(reply.data("c.buyer.id")).isEqualTo("B3");
            assertThat(api.orderReads.count).isEqualTo(1);
            assertThat(api.profileReads.count).isEqualTo(1);
        }
    }

    @Nested
    class The_pages_of_a_list {

        @Test
        void hold_every_order_once() {
            api.has(
                    Api.DEMO,
                    IntStream.range(0, 7)
                            .mapToObj(i -> anOrder("T" + i).by("B" + i % 2))
                            .toArray(AnOrder[]::new));
            var seen = new ArrayList<>();
            Object after = null;
            do {
                var variables = new HashMap<String, Object>();
                variables.put("after", after);
                var reply = api.ask(
                        "query($after: String) { orders(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage"
                                + " endCursor } } }",
                        variables);
                ((List<?>) Objects.requireNonNull(reply.data("orders.nodes")))
                        .forEach(node -> seen.add(((Map<?, ?>) node).get("id")));
                after = Boolean.TRUE.equals(reply.data("orders.pageInfo.hasNextPage"))
                        ? reply.data("orders.pageInfo.endCursor")
                        : null;
            } while (after != null);

            assertThat(seen).containsExactly("T6", "T5", "T4", "T3", "T2", "T1", "T0");
        }

        @Test
        void go_on_at_any_entry() {
            api.has(
                    Api.DEMO,
                    anOrder("T1").by("B1"),
                    anOrder("T2").by("B1"),
                    anOrder("T3").by("B1"));
            var cursor = api.ask("{ customer(id: \"B1\") { orders { totalCount edges { cursor node { id } } } } }")
                    .data("customer.orders.edges.1.cursor");

            var rest = api.ask(
                    "query($after: String) { orders(after: $after) { nodes { id } pageInfo { hasPreviousPage } } }",
                    Map.of("after", String.valueOf(cursor)));

            assertThat(rest.data("orders.nodes")).isEqualTo(List.of(Map.of("id", "T1")));
            assertThat(rest.data("orders.pageInfo.hasPreviousPage")).isEqualTo(true);
        }

        @Test
        void of_nothing_have_no_cursor() {
            var reply = api.ask(
                    "{ orders { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
                            + " } }");

            assertThat(reply.data("orders.totalCount")).isEqualTo(0);
            assertThat(reply.data("orders.pageInfo.hasNextPage")).isEqualTo(false);
            assertThat(reply.data("orders.pageInfo.endCursor")).isNull();
        }
    }
}
