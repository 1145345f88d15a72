package dev.groundswell.core.message.receipt;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Notes of recipients as a set of sentences, so that what is told again is there once. */
public final class RecipientsInMemory implements Recipients, OptOuts {

    private final Set<String> notes = Collections.synchronizedSet(new TreeSet<>());

    /** Such as {@code b1 reached by EMAIL at 2026-11-11T02:00:00Z}. */
    public Set<String> notes() {
        return Set.copyOf(notes);
    }

    @Override
    public void reached(StoreId store, BuyerId buyer, Channel channel, Instant at) {
        notes.add(buyer + " reached by " + channel + " at " + at);
    }

    @Override
    public void optedOut(StoreId store, BuyerId buyer, Channel channel, Instant at, String source, String by) {
        notes.add(buyer + " opted out of " + channel + " at " + at + " (" + source + ", " + by + ")");
    }
}
