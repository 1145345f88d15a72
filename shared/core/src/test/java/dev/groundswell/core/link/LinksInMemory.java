package dev.groundswell.core.link;

import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Links in a map, and a secret for each store that is made of its id. */
public final class LinksInMemory implements Links, LinkSecrets, LinkHosts {

    private record Key(StoreId store, LinkCode code) {}

    private record Place(String sender, String key) {}

    private final Map<Key, KeptLink> links = new HashMap<>();
    private final Map<Key, Place> places = new HashMap<>();
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
    public synchronized Optional<KeptLink> click(StoreId store, LinkCode code, Optional<String> of, Instant at) {
        var key = new Key(store, code);
        var isNoted = find(store, code)
                .filter(kept -> kept.clicks().size() < MAX_CLICKS)
                .isPresent();
        links.computeIfPresent(key, (_, kept) -> clicked(kept, at));
        of.filter(_ -> isNoted)
                .ifPresent(sender -> places.putIfAbsent(key, new Place(sender, FixedWidth.format(at) + "!" + code)));
        return find(store, code);
    }

    @Override
    public synchronized List<Listed> clicked(StoreId store, String of, Optional<String> after, int limit) {
        return places.entrySet().stream()
                .filter(entry -> entry.getKey().store().equals(store)
                        && entry.getValue().sender().equals(of)
                        && entry.getValue().key().compareTo(after.orElse("")) > 0)
                .sorted(Comparator.comparing(entry -> entry.getValue().key()))
                .limit(limit)
                .map(entry -> new Listed(
                        Objects.requireNonNull(links.get(entry.getKey())),
                        entry.getValue().key()))
                .toList();
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
