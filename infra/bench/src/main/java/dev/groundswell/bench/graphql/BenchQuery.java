package dev.groundswell.bench.graphql;

import java.util.List;
import java.util.Map;

/**
 * A query of the bench.
 *
 * @param depth of the deepest field
 */
record BenchQuery(String name, int depth, String text, Map<String, Object> variables) {

    BenchQuery {
        variables = Map.copyOf(variables);
    }

    /** Of three depths: the store, an order with its items, and a page of orders with their buyers. */
    static List<BenchQuery> all(String orderId) {
        return List.of(
                new BenchQuery(
                        "store",
                        2,
                        "query Store { store { id name currency zone orderCount customerCount } }",
                        Map.of()),
                new BenchQuery("order", 4, """
                    query WholeOrder($id: ID!) {
                      order(id: $id) {
                        id status isPaid orderedAt modifiedAt paidAt closesAt
                        payable { amount currency } paid { amount } sales { amount } refunds { amount }
                        origins sellerFlag pieces
                        items { itemId title category quantity price { amount } refunded }
                        buyerId contact { name phone email } region { country province city }
                      }
                    }\
                    """, Map.of("id", orderId)),
                new BenchQuery("page", 5, """
                    query OrdersPage($first: Int = 20) {
                      orders(first: $first) {
                        pageInfo { hasNextPage endCursor }
                        nodes {
                          id status orderedAt paidAt payable { amount currency }
                          buyer { id name paidOrderCount spend { amount currency } }
                        }
                      }
                    }\
                    """, Map.of("first", 20)));
    }
}
