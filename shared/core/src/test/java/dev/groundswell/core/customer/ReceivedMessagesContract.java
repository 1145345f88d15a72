package dev.groundswell.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link ReceivedMessages} does, read back by its {@link BuyerHistories}. */
public abstract class ReceivedMessagesContract {

    private static final Instant AT = Instant.parse("2026-06-10T08:00:00Z");
    private static final BuyerId BUYER = new BuyerId("b");

    protected abstract ReceivedMessages messages();

    protected abstract BuyerHistories histories();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    @Test
    void theLatestReceiptAndTheLatestClickOfEachChannelAreKept() {
        messages().received(store(), BUYER, Channel.EMAIL, AT);
        messages().received(store(), BUYER, Channel.SMS, AT.plusMillis(1));
        messages().received(store(), BUYER, Channel.SMS, AT);
        messages().clicked(store(), BUYER, Channel.SMS, AT.plusSeconds(60));
        messages().clicked(store(), BUYER, Channel.SMS, AT.plusSeconds(90));

        assertThat(histories().ofBuyer(store(), BUYER).messages())
                .containsExactly(
                        new MessageTimes(Channel.SMS, AT.plusMillis(1), AT.plusSeconds(90)),
                        new MessageTimes(Channel.EMAIL, AT, null));
        assertThat(histories().ofBuyer(store(), new BuyerId("b2")).messages()).isEmpty();
    }

    @Test
    void aClickAloneTellsOfNoReceipt() {
        messages().clicked(store(), BUYER, Channel.EMAIL, AT);

        assertThat(histories().ofBuyer(store(), BUYER).messages())
                .containsExactly(new MessageTimes(Channel.EMAIL, null, AT));
        assertThat(histories().ofBuyer(store(), BUYER).isEmpty()).isTrue();
    }
}
