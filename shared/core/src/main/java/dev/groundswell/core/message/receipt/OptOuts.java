package dev.groundswell.core.message.receipt;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;

/** Notes the people who want no more messages. */
@FunctionalInterface
public interface OptOuts {

    /**
     * May be told again and in any order.
     *
     * @param source how it became known, e.g. {@code sms-reply}
     * @param by     who or what told
     */
    void optedOut(StoreId store, BuyerId buyer, Channel channel, Instant at, String source, String by);
}
