package dev.groundswell.core.audience;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.MessageTimes;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AudienceRowsTest {

    private static final Store STORE = new Store(new StoreId("demo"), "Demo", AnOrder.CNY, ZoneId.of("Asia/Shanghai"));

    private static AudienceRow row(List<Consent> consents, List<MessageTimes> messages, AnOrder... orders) {
        List<Order> built = Arrays.stream(orders).map(AnOrder::build).toList();
        var history = new BuyerHistory(built, List.of(), consents, messages, List.of());
        return AudienceRows.of(CustomerProfile.of(new BuyerId("B1"), history, STORE), 7);
    }

    private static AudienceRow row(AnOrder... orders) {
        return row(List.of(), List.of(), orders);
    }

    @Test
    void hasWhatTheOrdersSay() {
        var row = row(
                anOrder("1")
                        .placedAt("2026-06-01T00:00:00.900Z")
                        .paidAt("2026-06-01T00:00:10.999Z")
                        .costing(1001)
                        .refunding(300)
                        .from(Origin.MOBILE)
                        .reviewed(4, null)
                        .to("CN", "Zhejiang"),
                anOrder("2")
                        .placedAt("2026-06-11T00:00:00Z")
                        .paidAt("2026-06-11T00:00:11Z")
                        .costing(1000),
                anOrder("3").placedAt("2026-06-12T00:00:00Z"),
                anOrder("4").placedAt("2026-06-13T00:00:00Z").with(OrderStatus.CLOSED));

        assertThat(row.version()).isEqualTo(7);
        assertThat(row.numbers())
                .containsEntry(Column.ORDERS, 4L)
                .containsEntry(Column.PAID_ORDERS, 2L)
                .containsEntry(Column.OPEN_ORDERS, 1L)
                .containsEntry(Column.UNPAID_CLOSED_ORDERS, 1L)
                .containsEntry(Column.REFUNDED_ORDERS, 1L)
                .containsEntry(Column.MOBILE_ORDERS, 1L)
                .containsEntry(Column.WEB_ORDERS, 0L)
                .containsEntry(Column.SPEND, 2001L)
                .containsEntry(Column.REFUNDS, 300L)
                .containsEntry(Column.AVERAGE_ORDER_VALUE, 1001L)
                .containsEntry(Column.DAYS_BETWEEN_ORDERS, 10L)
                .containsEntry(Column.AVERAGE_REVIEW_SCORE, 400L)
                .containsEntry(Column.LAST_REVIEW_SCORE, 400L);
        assertThat(row.text(Column.PROVINCE)).isEqualTo("Zhejiang");
    }

    @Test
    void cutsFractionsOfSecondsOff() {
        var row = row(anOrder("1").placedAt("2026-06-01T00:00:00.900Z").paidAt("2026-06-01T00:00:10.999Z"));

        assertThat(row.number(Column.FIRST_ORDERED_AT))
                .isEqualTo(Instant.parse("2026-06-01T00:00:00Z").getEpochSecond());
        assertThat(row.number(Column.LAST_PAID_AT))
                .isEqualTo(Instant.parse("2026-06-01T00:00:10Z").getEpochSecond());
    }

    @Test
    void leavesOutWhatThereIsNot() {
        var row = row(anOrder("1"));

        assertThat(row.numbers())
                .doesNotContainKeys(
                        Column.AVERAGE_ORDER_VALUE,
                        Column.FIRST_PAID_AT,
                        Column.LAST_PAID_AT,
                        Column.DAYS_BETWEEN_ORDERS,
                        Column.AVERAGE_REVIEW_SCORE,
                        Column.LAST_VIEWED_AT,
                        Column.LAST_SMS_AT,
                        Column.LAST_CLICKED_AT);
        assertThat(row.texts()).containsOnlyKeys(Column.SMS_CONSENT, Column.EMAIL_CONSENT);
    }

    @Nested
    class Addresses {

        @Test
        void tellCarrierAndMailboxFamily() {
            var row = row(anOrder("1").of("Li", "+8613727494530", "li@foxmail.com"));

            assertThat(row.texts())
                    .containsEntry(Column.PHONE_CARRIER, "China Mobile")
                    .containsEntry(Column.MAILBOX_FAMILY, "QQ");
            assertThat(row.numbers())
                    .containsEntry(Column.HAS_PHONE, 1L)
                    .containsEntry(Column.SMS_REACHABLE, 1L)
                    .containsEntry(Column.EMAIL_REACHABLE, 1L);
        }

        @Test
        void thatCannotBeReadDoNotReach() {
            var row = row(anOrder("1").of("Li", "137****4530", null));

            assertThat(row.numbers())
                    .containsEntry(Column.HAS_PHONE, 0L)
                    .containsEntry(Column.UNREADABLE_PHONE, 1L)
                    .containsEntry(Column.UNREADABLE_EMAIL, 0L)
                    .containsEntry(Column.SMS_REACHABLE, 0L);
        }
    }

    @Nested
    class Consents {

        @Test
        void withdrawnMakeUnreachable() {
            var withdrawn = new Consent(
                    Channel.SMS, Consent.State.WITHDRAWN, Instant.parse("2026-06-01T00:00:00Z"), "web", "me");
            var row = row(List.of(withdrawn), List.of(), anOrder("1").of("Li", "+8613727494530", "li@qq.com"));

            assertThat(row.text(Column.SMS_CONSENT)).isEqualTo("WITHDRAWN");
            assertThat(row.number(Column.SMS_REACHABLE)).isZero();
            assertThat(row.number(Column.HAS_PHONE)).isEqualTo(1);
            assertThat(row.number(Column.EMAIL_REACHABLE)).isEqualTo(1);
        }

        @Test
        void ofWhomNothingIsKnownAreUnknown() {
            assertThat(row(anOrder("1")).text(Column.EMAIL_CONSENT)).isEqualTo("UNKNOWN");
        }
    }

    @Test
    void theLastClickIsThatOfAnyChannel() {
        var row = row(
                List.of(),
                List.of(
                        new MessageTimes(Channel.SMS, Instant.ofEpochSecond(100), Instant.ofEpochSecond(110)),
                        new MessageTimes(Channel.EMAIL, Instant.ofEpochSecond(50), Instant.ofEpochSecond(200))),
                anOrder("1"));

        assertThat(row.numbers())
                .containsEntry(Column.LAST_SMS_AT, 100L)
                .containsEntry(Column.LAST_EMAIL_AT, 50L)
                .containsEntry(Column.LAST_CLICKED_AT, 200L);
    }
}
