package dev.groundswell.bench.system;

import dev.groundswell.cloud.message.provider.ProviderTable;
import dev.groundswell.cloud.message.text.MessageSettingsTable;
import dev.groundswell.cloud.wallet.WalletTable;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.provider.PaceLimits;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.provider.ProviderKind;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.PeakHours;
import dev.groundswell.core.message.text.WordLists;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.local.template.Template;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a store has before it sends: settings of its messages, money, and providers. */
public final class BenchShop {

    /** A cap that nobody reaches, so that its slots are taken and paid for, and no hours, so that the bench works at night. */
    private static final MessageSettings SETTINGS = new MessageSettings(
            "旗舰店",
            MessageSettings.WAY_OUT_IN_CHINA,
            WordLists.OF_THE_PRODUCT,
            OptionalInt.of(100),
            List.of(),
            Set.of(),
            false,
            null,
            PeakHours.NONE,
            0,
            1);

    /** Enough for some million messages. */
    private static final long MINOR_UNITS = 1_000_000_000;

    /** 70 fen for 1,000. */
    private static final long PRICE = 70;

    private static final StoreId STORE = BenchStore.STORE.id();

    private final ProviderTable providers;
    private final WalletTable wallets;
    private final MessageSettingsTable settings;

    public BenchShop(DynamoDbClient client, Template template) {
        var channels = FreshTables.name(template, "Channels");
        this.providers = new ProviderTable(client, channels);
        this.settings = new MessageSettingsTable(client, channels);
        this.wallets = new WalletTable(client, FreshTables.name(template, "Wallets"), RandomGenerator.getDefault());
    }

    public void prepare(Instant now) {
        wallets.recharge(STORE, "bench", MINOR_UNITS, "bench", now);
        settings.save(STORE, SETTINGS);
    }

    /** Sets a provider up, or changes one. All have the same weight. */
    public void save(String provider, Channel channel, ProviderKind kind, int partsPerSecond) {
        var id = new ProviderId(provider);
        var revision = providers.find(STORE, id).map(Provider::revision).orElse(0L) + 1;
        var limits = new PaceLimits(partsPerSecond, Map.of(), 0);
        providers.save(
                STORE,
                new Provider(
                        id,
                        channel,
                        kind,
                        true,
                        Provider.MAX_WEIGHT,
                        Set.of(),
                        PRICE,
                        limits,
                        Provider.Sender.NONE,
                        revision));
    }
}
