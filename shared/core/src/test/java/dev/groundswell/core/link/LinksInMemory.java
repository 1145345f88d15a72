package dev.groundswell.core.link;

import dev.groundswell.core.store.StoreId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Links in a map, and a secret for each store that is made of its id. */
public final class LinksInMemory implements Links, LinkSecrets, LinkHosts {

    private record Key(StoreId store, LinkCode code) {}

    private final Map<Key, KeptLink> links = new HashMap<>();
    private final Map<String, StoreId> hosts = new HashMap<>();

    @Override
    public synchronized Optional<KeptLink> find(StoreId store, LinkCode code) {
        return Optional.ofNullable(links.get(new Key(store, code)));
    }

    @Override
    public synchronized void write(StoreId store, Collection<ShortLink> written) {
        written.forEach(
                link -> links.put(new Key(store, link.code()), new KeptLink(link, Collections.emptySortedSet())));
    }

    @Override
    public synchronized Optional<KeptLink> click(StoreId store, LinkCode code, Instant at) {
        links.computeIfPresent(new Key(store, code), (_, kept) -> clicked(kept, at));
        return find(store, code);
    }

    private static KeptLink clicked(KeptLink kept, Instant at) {
        if (kept.clicks().size() == MAX_CLICKS) {
            return kept;
        }
        var clicks = new TreeSet<>(kept.clicks());
        clicks.add(at.truncatedTo(ChronoUnit.MILLIS));
        return new KeptLink(kept.link(), clicks);
    }

    @Override
    public byte[] of(StoreId store) {
        return ByteBuffer.allocate(LENGTH).putInt(store.hashCode()).array();
    }

    @Override
    public synchronized Optional<StoreId> storeOf(String host) {
        return Optional.ofNullable(hosts.get(host));
    }

    @Override
    public synchronized boolean take(StoreId store, String host) {
        return store.equals(hosts.computeIfAbsent(host, _ -> store));
    }
}
