package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.route.HealthTally;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Counts, in this process, what is news of messages, and notes it for all as absolute figures; so a note that is written again
 * changes nothing. A process that dies between settling a message and noting it leaves it out: figures of providers, not books.
 * Safe for many threads.
 */
public final class TallyDeliveries {

    private final DeliveryCounts counts;
    private final HealthTally health;
    private final InstantSource time;
    private final String worker;
    private final Map<Day, Map<Way, DeliveryCount>> tallies = new HashMap<>();

    private record Day(StoreId store, LocalDate day) {}

    private record Way(String provider, String destination) {}

    /**
     * @param health is told how long deliveries took, so that messages go round slow providers
     * @param random names the process
     */
    public TallyDeliveries(DeliveryCounts counts, HealthTally health, InstantSource time, RandomGenerator random) {
        this.counts = counts;
        this.health = health;
        this.time = time;
        this.worker = Long.toHexString(random.nextLong());
    }

    /** @param news messages of which the state that they are in was not known before */
    public synchronized void note(StoreId store, Collection<Message> news) {
        var day = new Day(store, LocalDate.ofInstant(time.instant(), ZoneOffset.UTC));
        tallies.keySet().removeIf(known -> known.day().isBefore(day.day()));
        var ended = news.stream().filter(message -> isEnd(message.state())).toList();
        if (!ended.isEmpty()) {
            ended.forEach(message -> add(day, message));
            counts.note(
                    store,
                    day.day(),
                    worker,
                    tallies.getOrDefault(day, Map.of()).values());
            health.note();
        }
    }

    private static boolean isEnd(MessageState state) {
        return state == MessageState.DELIVERED || state == MessageState.FAILED;
    }

    private void add(Day day, Message message) {
        switch (message.outcome().orElseThrow()) {
            case Outcome.Delivered(var at, var provider) -> {
                add(day, message, provider, 1, 0);
                message.handover().ifPresent(handover -> tellHealth(day.store(), handover, at));
            }
            case Outcome.Failed(var _, var provider, var _, var _) -> add(day, message, provider, 0, 1);
            case Outcome.Unknown _, Outcome.Excluded _, Outcome.Sent _ ->
                throw new IllegalArgumentException(message.id() + " has not come to an end.");
        }
    }

    private void add(Day day, Message message, String reporting, long delivered, long failed) {
        var named = message.handover().map(Outcome.Sent::provider).orElse(reporting);
        var provider = ProviderId.isValid(named) ? named : "";
        var destination = Provider.destination(message.facts().address());
        tallies.computeIfAbsent(day, _ -> new HashMap<>())
                .merge(
                        new Way(provider, destination),
                        new DeliveryCount(provider, destination, delivered, failed),
                        DeliveryCount::plus);
    }

    private void tellHealth(StoreId store, Outcome.Sent handover, Instant deliveredAt) {
        if (ProviderId.isValid(handover.provider())) {
            health.delivered(store, new ProviderId(handover.provider()), Duration.between(handover.at(), deliveredAt));
        }
    }
}
