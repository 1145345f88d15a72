package dev.groundswell.core.message.route;

import dev.groundswell.core.message.pace.WorkerName;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Counts what this process sees of providers, and notes it for all where it is bad. Safe for many threads. */
public final class HealthTally {

    private final ProviderHealth health;
    private final InstantSource time;
    private final WorkerName worker;
    private final Map<Bucket, Counts> counts = new HashMap<>();

    private record Bucket(StoreId store, ProviderId provider, HealthCount.Kind kind, Instant begin) {}

    private static final class Counts {

        private int all;
        private int bad;
        private String said = "";
        private boolean isNoted = true;
    }

    /** @param random names the process */
    public HealthTally(ProviderHealth health, InstantSource time, RandomGenerator random) {
        this.health = health;
        this.time = time;
        this.worker = new WorkerName(random);
    }

    /** A provider was asked, and took a message or refused it for the message's sake, which is nothing against the provider. */
    void answered(StoreId store, ProviderId provider) {
        add(store, provider, HealthCount.Kind.CALLS, 0, "");
    }

    /**
     * A provider was asked and took nothing, or its answer was lost.
     *
     * @param said what it said, for people
     */
    void failed(StoreId store, ProviderId provider, String said) {
        add(store, provider, HealthCount.Kind.CALLS, 1, said);
    }

    /** A message has arrived, so long after the provider took it. */
    public void delivered(StoreId store, ProviderId provider, Duration took) {
        add(store, provider, HealthCount.Kind.DELIVERIES, took.compareTo(RoutingRules.SLOW) > 0 ? 1 : 0, "");
    }

    private synchronized void add(StoreId store, ProviderId provider, HealthCount.Kind kind, int bad, String said) {
        var bucket = new Bucket(store, provider, kind, kind.bucketOf(time.instant()));
        var its = counts.computeIfAbsent(bucket, _ -> new Counts());
        its.all++;
        its.bad += bad;
        its.said = said.isEmpty() ? its.said : said;
        its.isNoted &= bad == 0 && kind == HealthCount.Kind.CALLS;
    }

    /** Writes what is new. Answers without an error are not worth it: only errors count. */
    public void note() {
        synchronized (health) { // One after the other, so that an older figure never replaces a newer one.
            changed().forEach(noted -> health.note(noted.store(), noted.count()));
        }
    }

    private record Noted(StoreId store, HealthCount count) {}

    private synchronized List<Noted> changed() {
        var now = time.instant();
        var changed = counts.entrySet().stream()
                .filter(entry -> !entry.getValue().isNoted)
                .map(entry -> noted(entry.getKey(), entry.getValue()))
                .toList();
        counts.keySet().removeIf(bucket -> !bucket.begin().equals(bucket.kind().bucketOf(now)));
        return changed;
    }

    private Noted noted(Bucket bucket, Counts its) {
        its.isNoted = true;
        return new Noted(
                bucket.store(),
                new HealthCount(
                        bucket.provider(), bucket.kind(), bucket.begin(), worker.get(), its.all, its.bad, its.said));
    }
}
