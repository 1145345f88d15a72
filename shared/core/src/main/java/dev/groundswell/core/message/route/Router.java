package dev.groundswell.core.message.route;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows a store's providers and their weights as they are now, more or less, and moves weight where it is due. Any worker may
 * do that: each looks at what all of them noted, and the first to write wins.
 */
public final class Router {

    /** So old is what a worker knows, at most; and so often it looks whether weight is to be moved. */
    static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** Errors are noted so often, at most. */
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);

    private final Providers providers;
    private final RoutingBooks books;
    private final ProviderHealth health;
    private final HealthTally tally;
    private final InstantSource time;
    private final Map<StoreChannel, Plan> plans = new HashMap<>();
    private final Map<StoreProvider, Breaker> breakers = new ConcurrentHashMap<>();
    private volatile Instant notedAt = Instant.MIN;

    private record StoreChannel(StoreId store, Channel channel) {}

    private record StoreProvider(StoreId store, ProviderId provider) {}

    public Router(
            Providers providers, RoutingBooks books, ProviderHealth health, HealthTally tally, InstantSource time) {
        this.providers = providers;
        this.books = books;
        this.health = health;
        this.tally = tally;
        this.time = time;
    }

    /** What is known of a channel. */
    private record Plan(List<Provider> active, Routing routing, Instant at) {}

    /** Where this message can go; nowhere if no provider that reaches its address works. */
    Candidates candidates(StoreId store, Draft draft) {
        var plan = plan(new StoreChannel(store, draft.address().channel()));
        var now = time.instant();
        var reaching = plan.active().stream()
                .filter(provider -> provider.reaches(draft.address()))
                .filter(provider -> breaker(store, provider.id()).isClosed(now))
                .toList();
        return Candidates.of(draft.id(), reaching, plan.routing()::weight);
    }

    /** A provider has answered a call, or its answer was lost with all messages of the call. */
    void answered(StoreId store, ProviderId provider, Collection<Answer> answers) {
        var now = time.instant();
        var isLost = answers.stream().allMatch(answer -> answer instanceof Answer.Lost);
        breaker(store, provider).answered(isLost, now);
        if (answers.stream().allMatch(Router::isItsFailure)) {
            tally.failed(store, provider, FailureWords.of(answers));
        } else {
            tally.answered(store, provider);
        }
        if (isNoteDue(now)) {
            noteIfPossible();
        }
    }

    /** What became of messages must not be lost for figures, which are written again with the next error. */
    private void noteIfPossible() {
        try {
            tally.note();
        } catch (RuntimeException notNow) {
            notedAt = Instant.MIN;
        }
    }

    private static boolean isItsFailure(Answer answer) {
        return answer instanceof Answer.NotTaken || answer instanceof Answer.Lost;
    }

    private synchronized boolean isNoteDue(Instant now) {
        var isDue = notedAt.plus(BETWEEN_NOTES).isBefore(now);
        notedAt = isDue ? now : notedAt;
        return isDue;
    }

    private Breaker breaker(StoreId store, ProviderId provider) {
        return breakers.computeIfAbsent(new StoreProvider(store, provider), _ -> new Breaker());
    }

    private synchronized Plan plan(StoreChannel of) {
        var now = time.instant();
        var known = plans.get(of);
        if (known != null && Duration.between(known.at(), now).abs().compareTo(REMEMBERED) < 0) {
            return known;
        }
        var plan = read(of, now);
        plans.put(of, plan);
        return plan;
    }

    private Plan read(StoreChannel of, Instant now) {
        var active = providers.all(of.store()).stream()
                .filter(provider -> provider.active() && provider.channel() == of.channel())
                .toList();
        var routing = books.read(of.store(), of.channel());
        return new Plan(active, moved(of, active, routing, now), now);
    }

    private Routing moved(StoreChannel of, List<Provider> active, Routing routing, Instant now) {
        var changes = RoutingRules.judge(
                routing,
                active,
                (provider, kind) -> health.noted(of.store(), provider.id(), kind, now.minus(kind.counted())),
                now);
        if (changes.isEmpty()) {
            return routing;
        }
        var after = routing.after(changes);
        return books.write(of.store(), of.channel(), after, changes) ? after : books.read(of.store(), of.channel());
    }
}
