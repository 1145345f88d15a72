package dev.groundswell.orderingest;

import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.taobao.FetchTrade;
import dev.groundswell.core.taobao.NamedTrade;
import dev.groundswell.core.taobao.TradeReader.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The trades that a batch's messages only name, each fetched once however many messages name it. */
final class NamedTrades {

    /** A batch of messages at once: together they must not last longer than the function may. */
    private static final int PARALLEL_READINGS = 10;

    private final Map<Key, FanOut.Outcome<Reading>> readings;

    private NamedTrades(Map<Key, FanOut.Outcome<Reading>> readings) {
        this.readings = readings;
    }

    private record Key(StoreId store, NamedTrade trade) {}

    static NamedTrades of(List<TakenMessage> messages, FetchTrade fetch) {
        var wanted = new LinkedHashMap<Key, Key>();
        for (var message : messages) {
            for (var part : message.parts()) {
                part.named().map(trade -> new Key(message.store().id(), trade)).ifPresent(key -> wanted.put(key, key));
            }
        }
        return new NamedTrades(FanOut.over(wanted, PARALLEL_READINGS, key -> fetch.fetch(key.store(), key.trade())));
    }

    Reading of(StoreId store, NamedTrade trade) {
        var reading = readings.get(new Key(store, trade));
        return reading == null ? new Reading.NotNow("The trade was not fetched.") : reading.orThrow();
    }
}
