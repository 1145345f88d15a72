package dev.groundswell.core.customer;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.Standing;
import dev.groundswell.core.message.StandingsInMemory;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EraseCustomerTest {

    private static final Instant NOW = Instant.parse("2026-06-18T04:00:00Z");
    private static final Store DEMO = new Store(new StoreId("demo"), "Demo", AnOrder.CNY, ZoneId.of("Asia/Shanghai"));
    private static final BuyerId ANN = new BuyerId("B1");

    private final OrdersInMemory orders = new OrdersInMemory();
    private final HistoriesInMemory histories = new HistoriesInMemory(orders);
    private final StandingsInMemory standings = new StandingsInMemory();
    private final MessagesInMemory messages = new MessagesInMemory();
    private final EraseCustomer erasing =
            new EraseCustomer(histories, histories, standings, messages, InstantSource.fixed(NOW));

    private void ordered(String id, String phone) {
        orders.write(
                DEMO.id(),
                anOrder(id)
                        .by("B1")
                        .of("Ann", phone, "ann@qq.com")
                        .placedAt(NOW.minus(Duration.ofDays(1)))
                        .build());
    }

    private Optional<ExclusionReason> exclusion(Address address) {
        var key = AddressKey.of(address);
        return standings
                .find(DEMO.id(), List.of(key))
                .getOrDefault(key, Standing.CLEAR)
                .exclusion();
    }

    @Nested
    class AnErasedCustomer {

        @Test
        void hasNoContactAnyMoreButWhatWasBought() {
            ordered("T1", "+8613727494530");

            assertThat(erasing.erase(DEMO.id(), ANN, "anna")).isTrue();

            var profile = CustomerProfile.of(ANN, histories.ofBuyer(DEMO.id(), ANN), DEMO);
            assertThat(profile.orders()).isEqualTo(1);
            assertThat(profile.name()).isNull();
            assertThat(profile.phone()).isNull();
            assertThat(profile.email()).isNull();
            assertThat(profile.hasUnreadablePhone()).isFalse();
        }

        @Test
        void getsNoMessageAtAnyAddressThatWasEverWritten() {
            ordered("T1", "+8613727494530");
            ordered("T2", "+8613800138000");

            erasing.erase(DEMO.id(), ANN, "anna");

            assertThat(List.<Address>of(
                            new Phone("+8613727494530"), new Phone("+8613800138000"), new Email("ann@qq.com")))
                    .allSatisfy(address -> assertThat(exclusion(address)).contains(ExclusionReason.UNSUBSCRIBED));
        }
    }

    @Test
    void messagesKeepWhatBecameOfThemWithoutTheAddress() {
        ordered("T1", "+8613727494530");
        var address = new Phone("+8613727494530");
        var id = new MessageId(AddressKey.of(address), "c.1");
        messages.claim(
                DEMO.id(),
                new Message.Claim("worker", NOW, NOW),
                Optional.empty(),
                List.of(new Draft(id, address, ANN, MessageKind.MARKETING, new Content.Sms("Hello", 1), "0000/1")));
        messages.settle(DEMO.id(), id, new Outcome.Delivered(NOW, "p1"));

        erasing.erase(DEMO.id(), ANN, "anna");

        assertThat(messages.find(DEMO.id(), List.of(id)).get(id)).satisfies(message -> {
            assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
            assertThat(message.facts().address()).isEmpty();
        });
    }

    @Test
    void nobodyIsErasedWhoNeverDidAnything() {
        assertThat(erasing.erase(DEMO.id(), ANN, "anna")).isFalse();
        assertThat(histories.ofBuyer(DEMO.id(), ANN).leftover()).isEmpty();
    }
}
