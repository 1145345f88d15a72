package dev.groundswell.core.message.text;

import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.Map;

/** Settings of a process. */
public final class MessageSettingsInMemory implements MessageSettingsStore {

    private final Map<StoreId, MessageSettings> kept = new HashMap<>();

    @Override
    public synchronized MessageSettings find(StoreId store) {
        return kept.getOrDefault(store, MessageSettings.OF_THE_PRODUCT);
    }

    @Override
    public synchronized boolean save(StoreId store, MessageSettings settings) {
        if (find(store).revision() != settings.revision() - 1) {
            return false;
        }
        kept.put(store, settings);
        return true;
    }
}
