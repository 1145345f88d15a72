package dev.groundswell.core.campaign;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.message.send.Delivery;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.wallet.Reservation;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.core.wallet.Wallets.Reserving.Reserved;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pays for messages that are not in what a campaign reserved: tests, and those that are sent again. Nobody looks after so few
 * for days; so what is unknown is paid for at once.
 */
public final class BillSeparately {

    private final Wallets wallets;
    private final Providers providers;
    private final InstantSource time;

    public BillSeparately(Wallets wallets, Providers providers, InstantSource time) {
        this.wallets = wallets;
        this.providers = providers;
        this.time = time;
    }

    /** What is kept for them, and at which prices. */
    record Kept(Reservation reservation, PriceList prices) {}

    /** Whether the wallet has now what so many parts cost at most. */
    boolean canPay(StoreId store, Channel channel, int parts) {
        return prices(store, channel).atMost(parts) <= wallets.find(store).available();
    }

    private PriceList prices(StoreId store, Channel channel) {
        return PriceList.of(providers.all(store).stream()
                .filter(Provider::active)
                .filter(provider -> provider.channel() == channel)
                .toList());
    }

    /**
     * Keeps what they cost at most.
     *
     * @param id of the reservation; again with the same id, it is the same reservation
     * @param by for the ledger
     * @return empty if the wallet is short
     */
    Optional<Kept> reserve(Store store, Channel channel, String id, String by, List<Draft> drafts) {
        var prices = prices(store.id(), channel);
        var parts = drafts.stream().mapToLong(draft -> draft.content().parts()).sum();
        return wallets.reserve(store.id(), id, prices.atMost(parts), by, time.instant())
                        instanceof Reserved(var reservation)
                ? Optional.of(new Kept(reservation, prices))
                : Optional.empty();
    }

    /** Pays, once, for those that were sent or may have been, and gives back the rest. */
    void settle(StoreId store, Kept kept, List<Draft> drafts, Map<MessageId, Delivery> deliveries) {
        var parts = Parts.NONE;
        for (var draft : drafts) {
            var delivery = deliveries.get(draft.id());
            if (delivery != null) {
                parts = with(parts, delivery, draft.content().parts());
            }
        }
        var id = kept.reservation().id();
        var reserved = kept.reservation().amount();
        var owed = kept.prices().of(parts.taken()) + kept.prices().atMost(parts.unknown());
        var cost = Math.min(owed, reserved);
        wallets.settle(store, id, id, cost, reserved - cost, time.instant());
    }

    private static Parts with(Parts parts, Delivery delivery, int ofDraft) {
        return switch (delivery) {
            case Delivery.Sent(var provider, var some) -> parts.plus(new Parts.Taken(provider, some));
            case Delivery.Unknown _ -> parts.plusUnknown(ofDraft);
            case Delivery.Taken(var known) ->
                known.state() == MessageState.UNKNOWN
                        ? parts.plusUnknown(ofDraft)
                        : Parts.of(known).map(parts::plus).orElse(parts);
            case Delivery.Failed _, Delivery.Excluded _, Delivery.NotNow _ -> parts;
        };
    }
}
