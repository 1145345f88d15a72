package dev.groundswell.core.message.route;

import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.pace.WorkerPaces;
import dev.groundswell.core.message.provider.ProviderGateways;
import dev.groundswell.core.message.send.Passages;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/** The way out by a store's providers: by their weights, around those that fail, and at the pace of each. Safe for many threads. */
public final class ProviderPassages implements Passages {

    static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final Means means;
    private final Sleeper sleeper;

    /** What every passage is made of. */
    record Means(Router router, WorkerPaces paces, ProviderGateways gateways, InstantSource time, Executor calls) {}

    /** @param calls runs each call of a provider, many at a time: a call waits for its answer while the next ones begin */
    public ProviderPassages(
            Router router,
            WorkerPaces paces,
            ProviderGateways gateways,
            InstantSource time,
            Sleeper sleeper,
            Executor calls) {
        this.means = new Means(router, paces, gateways, time, calls);
        this.sleeper = sleeper;
    }

    @Override
    public Passage open(Store store, Urgency urgency, List<Draft> drafts, Instant until) {
        var passage = new OpenPassage(means, store.id(), urgency, drafts, until);
        passage.admit();
        for (var waited = Duration.ZERO; passage.isWorthWaiting(waited); waited = waited.plus(BETWEEN_TRIES)) {
            sleeper.sleep(BETWEEN_TRIES);
            passage.admit();
        }
        return passage;
    }
}
