package dev.groundswell.core.message.receipt;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;

/** What is noted of the people behind messages. All of it may be told again and in any order. */
public interface Recipients {

    void reached(StoreId store, BuyerId buyer, Channel channel, Instant at);

    void clicked(StoreId store, BuyerId buyer, Channel channel, Instant at);

    /**
     * Said that they want no more by this channel.
     *
     * @param source how it became known, e.g. {@code sms-reply}
     * @param by     who or what told
     */
    void optedOut(StoreId store, BuyerId buyer, Channel channel, Instant at, String source, String by);
}
