package dev.groundswell.graphqlapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WalletThroughTheApiTest {

    private static final String RECHARGE = """
        mutation($id: ID!, $amount: Decimal!) {
          rechargeWallet(input: {id: $id, amount: $amount}) {
            wallet { balance { amount currency } available { amount } } entry { id kind by at balance { amount } }
            userErrors { field message code }
          }
        }
        """;

    private static final String WALLET =
            "{ wallet { balance { amount } reserved { amount } available { amount } planned { amount } lowBalance } }";

    private final Api api = new Api();

    private Reply recharge(String id, String amount) {
        return recharge(id, amount, "owner");
    }

    private Reply recharge(String id, String amount, String role) {
        return api.answer(AnEvent.aPost(RECHARGE, Map.of("id", id, "amount", amount))
                .claiming(Map.of("store", "demo", "roles", "[" + role + "]", "sub", "ann")));
    }

    @Nested
    class A_recharge {

        @Test
        void is_in_the_wallet_and_on_the_ledger() {
            var reply = recharge("p1", "500.5");

            assertThat(reply.data("rechargeWallet.userErrors")).isEqualTo(List.of());
            assertThat(reply.data("rechargeWallet.wallet"))
                    .isEqualTo(Map.of(
                            "balance", Map.of("amount", "500.50", "currency", "CNY"),
                            "available", Map.of("amount", "500.50")));
            assertThat(reply.data("rechargeWallet.entry"))
                    .isEqualTo(Map.of(
                            "id", "p1",
                            "kind", "RECHARGE",
                            "by", "ann",
                            "at", "2026-06-18T12:00:00+08:00",
                            "balance", Map.of("amount", "500.50")));
        }

        @Test
        void that_is_sent_again_pays_once() {
            recharge("p1", "500.50");

            assertThat(recharge("p1", "500.50").data("rechargeWallet.wallet.balance.amount"))
                    .isEqualTo("500.50");
        }

        @Test
        void of_a_payment_that_is_known_with_another_amount_is_refused() {
            recharge("p1", "500.50");
            var reply = recharge("p1", "600.00");

            assertThat(reply.data("rechargeWallet.userErrors.0.code")).isEqualTo("WRONG_STATE");
            assertThat((String) reply.data("rechargeWallet.userErrors.0.message"))
                    .contains("500.50 CNY");
            assertThat(api.ask(WALLET).data("wallet.balance.amount")).isEqualTo("500.50");
        }

        @ParameterizedTest
        @CsvSource({
            "'', 1.00, id",
            "a b, 1.00, id",
            "p1, 0, amount",
            "p1, -1.00, amount",
            "p1, 0.001, amount",
            "p1, 10000000000.01, amount"
        })
        void that_makes_no_sense_is_told(String id, String amount, String field) {
            assertThat(recharge(id, amount).data("rechargeWallet.userErrors.0.field"))
                    .isEqualTo(field);
            assertThat(api.ask(WALLET).data("wallet.balance.amount")).isEqualTo("0.00");
        }

        @ParameterizedTest
        @ValueSource(strings = {"operator", "viewer"})
        void is_for_owners(String role) {
            assertThat(recharge("p1", "1.00", role).code()).isEqualTo("FORBIDDEN");
        }
    }

    @Nested
    class A_wallet {

        @Test
        void tells_what_is_reserved_and_planned() {
            api.wallets.recharge(Api.DEMO.id(), "p1", 500_00, "ann", Api.NOW);
            api.wallets.reserve(Api.DEMO.id(), "c.1", 300_00, "ann", Api.NOW);
            api.wallets.plan(Api.DEMO.id(), "c.2", 200_01);

            assertThat(api.ask(WALLET).data("wallet"))
                    .isEqualTo(Map.of(
                            "balance", Map.of("amount", "500.00"),
                            "reserved", Map.of("amount", "300.00"),
                            "available", Map.of("amount", "200.00"),
                            "planned", Map.of("amount", "200.01"),
                            "lowBalance", true));
        }

        @Test
        void lists_its_movements_page_by_page() {
            for (var payment = 1; payment <= 3; payment++) {
                api.wallets.recharge(Api.DEMO.id(), "p" + payment, 100, "ann", Api.NOW.plusSeconds(payment));
            }
            var ledger = "query($after: String) { wallet { ledger(first: 2, after: $after) { nodes { id } pageInfo {"
                    + " endCursor hasNextPage } } } }";

            var first = api.ask(ledger, Map.of());
            var second =
                    api.ask(ledger, Map.of("after", String.valueOf(first.data("wallet.ledger.pageInfo.endCursor"))));

            assertThat(first.data("wallet.ledger.nodes")).isEqualTo(List.of(Map.of("id", "p3"), Map.of("id", "p2")));
            assertThat(second.data("wallet.ledger.nodes")).isEqualTo(List.of(Map.of("id", "p1")));
            assertThat(second.data("wallet.ledger.pageInfo.hasNextPage")).isEqualTo(false);
        }
    }
}
