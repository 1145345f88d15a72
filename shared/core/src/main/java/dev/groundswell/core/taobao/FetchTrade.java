package dev.groundswell.core.taobao;

import dev.groundswell.core.store.RememberedSecrets;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecret;
import dev.groundswell.core.store.StoreSecrets.UnavailableException;
import dev.groundswell.core.store.TaobaoAccess;
import dev.groundswell.core.taobao.TradeReader.Reading;
import java.util.List;
import java.util.Optional;

/** Gets the trade that a message names, with the store's own access to the platform. */
public final class FetchTrade {

    static final String NO_ACCESS =
            "The message only names a trade, and the store has no access to the Taobao Open Platform to read it with:"
                    + " set taobaoApi (appKey, appSecret, session) in the store's secret, see docs/how-to/webhooks.md.";

    private final RememberedSecrets secrets;
    private final TradeReader reader;

    public FetchTrade(RememberedSecrets secrets, TradeReader reader) {
        this.secrets = secrets;
        this.reader = reader;
    }

    /** An access that is missing, or not permitted, may have been renewed a moment ago: then it is tried with the new one. */
    public Reading fetch(StoreId store, NamedTrade trade) {
        try {
            var access = access(secrets.valid(store));
            var reading = read(access, trade);
            return switch (reading) {
                case Reading.NotPermitted _ ->
                    secrets.readAgain(store)
                            .map(FetchTrade::access)
                            .filter(renewed -> !renewed.equals(access))
                            .map(renewed -> read(renewed, trade))
                            .orElse(reading);
                case Reading.Found _, Reading.Refused _, Reading.NotNow _ -> reading;
            };
        } catch (UnavailableException unavailable) {
            return new Reading.NotNow(String.valueOf(unavailable.getMessage()));
        }
    }

    private Reading read(Optional<TaobaoAccess> access, NamedTrade trade) {
        return access.map(found -> reader.read(found, trade)).orElseGet(() -> new Reading.NotPermitted(NO_ACCESS));
    }

    /** The newest. */
    private static Optional<TaobaoAccess> access(List<StoreSecret> versions) {
        return versions.stream()
                .flatMap(version -> version.taobaoApi().stream())
                .findFirst();
    }
}
