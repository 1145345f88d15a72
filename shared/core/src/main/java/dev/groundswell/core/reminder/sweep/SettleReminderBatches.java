package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.message.send.SettleExpiredClaims;
import dev.groundswell.core.reminder.ReminderPlace;
import dev.groundswell.core.reminder.sweep.ReminderBatches.Batch;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.core.wallet.Wallets.Reserving;
import java.time.InstantSource;
import java.util.List;

/**
 * Pays for batches whose workers ended before they did: for what the books say was sent by them, or may have been. The rest of
 * what was reserved is given back.
 */
public final class SettleReminderBatches {

    private final ReminderBatches batches;
    private final Messages messages;
    private final SettleExpiredClaims expired;
    private final Wallets wallets;
    private final Providers providers;
    private final InstantSource time;

    public SettleReminderBatches(
            ReminderBatches batches,
            Messages messages,
            SettleExpiredClaims expired,
            Wallets wallets,
            Providers providers,
            InstantSource time) {
        this.batches = batches;
        this.messages = messages;
        this.expired = expired;
        this.wallets = wallets;
        this.providers = providers;
        this.time = time;
    }

    /**
     * Settles those that nobody is at any more; again, nothing changes.
     *
     * @return how many
     */
    public int settle(StoreId store) {
        var until = time.instant().minus(SweepLimits.OPEN_FOR);
        var open = batches.open(store, until, SweepLimits.SETTLED_AT_ONCE);
        if (open.isEmpty()) {
            return 0;
        }
        var prices = providers.all(store);
        open.forEach(batch -> settle(store, batch, prices));
        batches.remove(store, open.stream().map(Batch::id).toList());
        return open.size();
    }

    private void settle(StoreId store, Batch batch, List<Provider> prices) {
        // If nothing was reserved, a reservation of nothing keeps a worker that was thought to have ended from
        // reserving now.
        if (wallets.reserve(store, batch.id(), 0, SendBatch.BY, batch.at())
                instanceof Reserving.Reserved(var reservation)) {
            var cost = Math.min(ReminderPrices.wholeUnits(paid(store, batch, prices)), reservation.open());
            wallets.settle(store, batch.id(), batch.id(), cost, reservation.open() - cost, time.instant());
        }
    }

    private long paid(StoreId store, Batch batch, List<Provider> prices) {
        return expired.settle(store, messages.find(store, batch.messages().keySet())).values().stream()
                .filter(message -> isOf(batch, message))
                .mapToLong(message -> ReminderPrices.of(message.id().address().channel(), prices)
                        .paid(message))
                .sum();
    }

    /** Another batch may have sent what this one was to send, and pays for it. */
    private static boolean isOf(Batch batch, Message message) {
        return ReminderPlace.parse(message.facts().place())
                .filter(place -> place.batch().equals(batch.id()))
                .isPresent();
    }
}
