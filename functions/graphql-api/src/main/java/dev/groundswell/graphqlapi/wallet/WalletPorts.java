package dev.groundswell.graphqlapi.wallet;

import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.mutation.PayloadResolver;
import dev.groundswell.graphqlapi.page.ConnectionResolver;
import dev.groundswell.graphqlapi.page.EdgeResolver;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the API's part in the wallet stands on. */
public record WalletPorts(Wallets wallets, MessageSettingsStore settings, InstantSource time) {

    /** The root field {@code wallet}. */
    public CompletableFuture<?> find(Store store, Background background) {
        return background.call(() -> new StoreWallet(store, wallets.find(store.id())));
    }

    public WalletMutations mutations() {
        return new WalletMutations(wallets, time);
    }

    /** Of all types of the topic. */
    public List<ObjectResolver<?>> resolvers(Background background) {
        return List.of(
                new WalletResolver(wallets, settings, background),
                new LedgerEntryResolver(),
                new ConnectionResolver("LedgerEntryConnection"),
                new EdgeResolver("LedgerEntryEdge"),
                new PayloadResolver("RechargeWalletPayload", "wallet", "entry"));
    }
}
