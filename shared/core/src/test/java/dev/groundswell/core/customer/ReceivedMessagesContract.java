package dev.groundswell.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ReceivedMessages} does, read back by its {@link BuyerHistories}. */
public abstract class ReceivedMessagesContract {

    private static final Instant MORNING = Instant.parse("2026-06-10T01:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("2026-06-10T15:59:59.999Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-06-10T16:00:00Z");
    private static final BuyerId BUYER = new BuyerId("b");

    protected abstract ReceivedMessages messages();

    protected abstract BuyerHistories histories();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private void received(Channel channel, Instant at) {
        var store = new Store(store(), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
        messages().received(store, BUYER, channel, at);
    }

    private List<MessageTimes> noted() {
        return histories().ofBuyer(store(), BUYER).messages();
    }

    @Test
    void ofTheLastDayOfTheStoresZoneTheFirstIsKept() {
        received(Channel.SMS, LAST_MOMENT);
        received(Channel.SMS, MORNING);
        received(Channel.SMS, LAST_MOMENT);
        assertThat(noted()).containsExactly(new MessageTimes(Channel.SMS, MORNING, null));

        received(Channel.SMS, NEXT_DAY);
        received(Channel.SMS, MORNING);
        assertThat(noted()).containsExactly(new MessageTimes(Channel.SMS, NEXT_DAY, null));
    }

    @Test
    void eachChannelIsNotedByItself() {
        received(Channel.EMAIL, MORNING);
        received(Channel.SMS, NEXT_DAY);

        assertThat(noted())
                .containsExactly(
                        new MessageTimes(Channel.SMS, NEXT_DAY, null), new MessageTimes(Channel.EMAIL, MORNING, null));
        assertThat(histories().ofBuyer(store(), new BuyerId("b2")).messages()).isEmpty();
    }
}
