package dev.groundswell.core.customer;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerContact;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderContacts;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.Orders;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What all {@link Erasures} and {@link OrderContacts} do, read back by {@link BuyerHistories} and {@link Orders}. */
public abstract class ErasuresContract {

    private static final Instant AT = Instant.parse("2026-06-10T08:00:00Z");
    private static final BuyerId BUYER = new BuyerId("b");

    protected abstract Erasures erasures();

    protected abstract BuyerHistories histories();

    protected abstract Orders orders();

    protected abstract OrderContacts contacts();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static AnOrder placed(String id, Instant at) {
        return anOrder(id).by("b").of("Ann", "+8613727494530", "ann@qq.com").placedAt(at);
    }

    private Order written(AnOrder order) {
        var built = order.build();
        orders().write(store(), built);
        return built;
    }

    private BuyerContact contact(String id) {
        var orders = new ForgettingHistories(histories(), contacts())
                .ofBuyer(store(), BUYER)
                .orders();
        return orders.stream()
                .filter(order -> order.id().equals(new OrderId(id)))
                .findFirst()
                .orElseThrow()
                .contact();
    }

    private BuyerContact stored(String id) {
        var order = new OrderId(id);
        return orders().find(store(), List.of(order)).values().stream()
                .findFirst()
                .orElseThrow()
                .contact();
    }

    @Nested
    class AnErasure {

        @Test
        void takesTheContactOutOfWhatWasOrderedUntilThen() {
            written(placed("1", AT));
            var later = written(placed("2", AT.plusSeconds(1)));

            erasures().erase(store(), BUYER, AT, "anna");

            assertThat(contact("1")).isEqualTo(BuyerContact.UNKNOWN);
            assertThat(contact("2")).isEqualTo(later.contact());
            assertThat(stored("1")).isEqualTo(BuyerContact.UNKNOWN);
            assertThat(stored("2")).isEqualTo(later.contact());
        }

        @Test
        void isOfOneBuyerOfOneStore() {
            written(placed("1", AT));

            erasures().erase(store(), new BuyerId("another"), AT, "anna");
            erasures().erase(new StoreId("another"), BUYER, AT, "anna");

            assertThat(contact("1")).isNotEqualTo(BuyerContact.UNKNOWN);
        }

        @Test
        void isNotUndoneByAnEarlierOne() {
            written(placed("1", AT));
            erasures().erase(store(), BUYER, AT, "anna");
            erasures().erase(store(), BUYER, AT.minusSeconds(1), "anna");

            assertThat(contact("1")).isEqualTo(BuyerContact.UNKNOWN);
        }
    }

    @Nested
    class AnImportAfterwards {

        @Test
        void ofTheSameSnapshotDoesNotBringTheContactBack() {
            var order = written(placed("1", AT));
            erasures().erase(store(), BUYER, AT, "anna");
            contact("1");

            assertThat(orders().write(store(), order)).isEqualTo(Orders.Written.SUPERSEDED);

            assertThat(stored("1")).isEqualTo(BuyerContact.UNKNOWN);
        }

        @Test
        void ofALaterSnapshotIsForgottenAsSoonAsItIsRead() {
            written(placed("1", AT));
            erasures().erase(store(), BUYER, AT, "anna");
            contact("1");

            written(placed("1", AT).paidAfter(Duration.ofMinutes(1)));

            assertThat(contact("1")).isEqualTo(BuyerContact.UNKNOWN);
            assertThat(stored("1")).isEqualTo(BuyerContact.UNKNOWN);
        }

        @Test
        void ofAnOrderThatNobodyKnewIsForgottenToo() {
            erasures().erase(store(), BUYER, AT, "anna");

            written(placed("old", AT.minus(Duration.ofDays(400))));

            assertThat(contact("old")).isEqualTo(BuyerContact.UNKNOWN);
        }
    }
}
