package dev.groundswell.core.reminder.task;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReminderVariablesTest {

    private static final Store STORE = new Store(new StoreId("demo"), "Demo", AnOrder.CNY, ZoneId.of("Asia/Shanghai"));

    private AnOrder order = anOrder("T1").placedAt("2020-02-01T04:00:00Z").costing(7_194);
    private BuyerFacts buyer = BuyerFacts.UNKNOWN;

    private @Nullable String value(String name) {
        return new ReminderVariables(STORE, order.build(), buyer, Optional.of("https://go.example.com/l/0123456789"))
                .value(name);
    }

    @Test
    void anOrderSaysWhatItIs() {
        order.closingAt("2020-02-02T04:00:00Z");

        assertThat(value("order_id")).isEqualTo("T1");
        assertThat(value("amount")).isEqualTo("71.94");
        assertThat(value("to_pay")).isEqualTo("71.94");
        assertThat(value("ordered_at")).isEqualTo("02-01 12:00");
        assertThat(value("closes_at")).isEqualTo("02-02 12:00");
        assertThat(value("payment_link")).isEqualTo("https://go.example.com/l/0123456789");
        assertThat(value("store")).isEqualTo("Demo");
    }

    @Test
    void whatAnOrderHasNotHasNoValue() {
        assertThat(value("closes_at")).isNull();
        assertThat(value("deposit")).isNull();
        assertThat(value("items")).isNull();
        assertThat(value("nothing_such")).isNull();
    }

    @Test
    void eachKnownOneIsSaidInAPresale() {
        order.of("Zhang San", null, null)
                .titled("i1", "Coat", 1)
                .closingAt("2020-02-02T04:00:00Z")
                .inPresale(
                        1_000,
                        Instant.parse("2020-02-01T04:10:00Z"),
                        Instant.parse("2020-02-17T12:00:00Z"),
                        Instant.parse("2020-02-18T12:00:00Z"));

        assertThat(ReminderVariables.ALL)
                .allSatisfy(variable -> assertThat(value(variable.name())).isNotNull());
    }

    @Nested
    class APresale {

        private void inPresale(@Nullable Instant depositPaidAt) {
            order.inPresale(
                    1_000, depositPaidAt, Instant.parse("2020-02-17T12:00:00Z"), Instant.parse("2020-02-18T12:00:00Z"));
        }

        @Test
        void isToBePaidItsDepositFirst() {
            inPresale(null);

            assertThat(value("to_pay")).isEqualTo("10.00");
        }

        @Test
        void isToBePaidItsBalanceThen() {
            inPresale(Instant.parse("2020-02-01T04:10:00Z"));

            assertThat(value("to_pay")).isEqualTo("61.94");
            assertThat(value("balance_from")).isEqualTo("02-17 20:00");
            assertThat(value("balance_until")).isEqualTo("02-18 20:00");
        }
    }

    @Nested
    class AName {

        @Test
        void isTheBuyersBeforeTheOrders() {
            order.of("Li Si", null, null);
            buyer = new BuyerFacts(Optional.of(" Zhang San "), Optional.empty(), Optional.empty());

            assertThat(value("name")).isEqualTo("Zhang San");
        }

        @Test
        void isTheOrdersWhereTheBuyersIsMasked() {
            order.of("Li Si", null, null);
            buyer = new BuyerFacts(Optional.of("张**"), Optional.empty(), Optional.empty());

            assertThat(value("name")).isEqualTo("Li Si");
        }

        @Test
        void isNoneWhereAllAreMasked() {
            order.of("李*", null, null);

            assertThat(value("name")).isNull();
        }
    }

    @Nested
    class Items {

        @Test
        void areTheFirstOnesTitleAndHowManyPiecesThereAre() {
            order.titled("i1", "Coat", 1).titled("i2", "Hat", 2);

            assertThat(value("items")).isEqualTo("Coat × 3");
        }

        @Test
        void areCutToTwentyCharacters() {
            order.titled("i1", "0123456789012345678901234567890", 1);

            assertThat(value("items")).isEqualTo("0123456789012345678…");
        }
    }
}
