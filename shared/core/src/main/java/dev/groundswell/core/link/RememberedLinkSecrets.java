package dev.groundswell.core.link;

import dev.groundswell.core.store.StoreId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the secrets for good, since they never change. Ask it for stores that exist only. */
public final class RememberedLinkSecrets implements LinkSecrets {

    private final LinkSecrets secrets;
    private final Map<StoreId, byte[]> remembered = new ConcurrentHashMap<>();

    public RememberedLinkSecrets(LinkSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public byte[] of(StoreId store) {
        return remembered.computeIfAbsent(store, secrets::of);
    }
}
