package dev.groundswell.core.link;

import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers for some minutes whose a host name is, also that it is nobody's. */
public final class RememberedLinkHosts implements LinkHosts {

    /** A host name that was taken leads to its store everywhere after this time. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    /** An installation has a few names; more are made up by whoever calls it. */
    private static final int MAX_REMEMBERED = 1_000;

    private final LinkHosts hosts;
    private final InstantSource time;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    public RememberedLinkHosts(LinkHosts hosts, InstantSource time) {
        this.hosts = hosts;
        this.time = time;
    }

    private record Remembered(Optional<StoreId> store, Instant at) {}

    @Override
    public Optional<StoreId> storeOf(String host) {
        var now = time.instant();
        var known = remembered.get(host);
        if (known != null && Duration.between(known.at(), now).abs().compareTo(REMEMBERED) < 0) {
            return known.store();
        }
        var store = hosts.storeOf(host);
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(host, new Remembered(store, now));
        return store;
    }

    @Override
    public boolean take(StoreId store, String host) {
        remembered.remove(host);
        return hosts.take(store, host);
    }
}
