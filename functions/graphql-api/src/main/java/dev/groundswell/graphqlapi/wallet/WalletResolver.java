package dev.groundswell.graphqlapi.wallet;

import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.core.wallet.Wallets.PlacedEntry;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.Cursor;
import dev.groundswell.graphqlapi.page.PageArguments;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

final class WalletResolver extends ObjectResolver<StoreWallet> {

    private static final Cursor CURSOR = new Cursor("w");
    private static final Pattern PLACE =
            Pattern.compile("[0-9TZ:.-]{30}#[A-Z]{1,20}#[A-Za-z0-9_.:/-]{1," + Wallets.MAX_ID + "}");

    private final Wallets wallets;
    private final MessageSettingsStore settings;
    private final Background background;

    WalletResolver(Wallets wallets, MessageSettingsStore settings, Background background) {
        super("Wallet", StoreWallet.class);
        this.wallets = wallets;
        this.settings = settings;
        this.background = background;
    }

    @Override
    protected Object resolve(String field, StoreWallet of, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "balance" -> of.money(of.wallet().balance());
            case "reserved" -> of.money(of.wallet().reserved());
            case "available" -> of.money(of.wallet().available());
            case "planned" -> of.money(of.wallet().planned());
            case "lowBalance" ->
                background.call(
                        () -> of.wallet().isLow(settings.find(of.store().id()).lowBalance()));
            case "ledger" -> {
                var page = PageArguments.of(query.get());
                yield background.call(() -> ledger(of, page));
            }
            default -> throw withoutCase(field);
        };
    }

    private Connection<StoreEntry> ledger(StoreWallet of, PageArguments arguments) {
        var after = arguments.after().map(cursor -> CURSOR.read(cursor, PLACE)).orElse(null);
        var placed = wallets.ledger(of.store().id(), after, arguments.first());
        return new Connection<>(
                placed.stream().map(entry -> edge(of, entry)).toList(),
                arguments.after().isPresent(),
                next(placed, arguments),
                Connection::unknownCount);
    }

    private static Connection.Edge<StoreEntry> edge(StoreWallet of, PlacedEntry placed) {
        return new Connection.Edge<>(new StoreEntry(of.store(), placed.entry()), CURSOR.write(placed.place()));
    }

    /** A full page may have one behind it, which is empty at worst. */
    private static Optional<String> next(List<PlacedEntry> placed, PageArguments arguments) {
        return placed.size() < arguments.first()
                ? Optional.empty()
                : Optional.of(CURSOR.write(placed.getLast().place()));
    }
}
