package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Messages.Settled;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.route.HealthTally;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Counts, in this process, what is news of messages, and notes it for all as absolute figures; so a note that is written again
 * changes nothing. Each message's entry says in which batch of which process it is counted, by the same write that settles it,
 * and each note which batches it has. So whoever is told again of a message whose process died in between sees that it was
 * never counted, takes it over, and counts it. One batch at a time, as a function has it; others wait.
 */
public final class TallyDeliveries {

    /** Longer than any process may take for a batch; so who has not noted one after this time never does. */
    static final Duration DEAD_AFTER = Duration.ofMinutes(5);

    private final Messages messages;
    private final DeliveryCounts counts;
    private final HealthTally health;
    private final InstantSource time;
    private final RandomGenerator random;
    private final Map<Day, Map<Way, DeliveryCount>> tallies = new HashMap<>();
    private final ReentrantLock oneBatch = new ReentrantLock();
    private String worker;
    private long lastBatch;

    private record Day(StoreId store, LocalDate day) {}

    private record Way(String provider, String destination) {}

    /**
     * @param health is told how long deliveries took, so that messages go round slow providers
     * @param random names the process
     */
    public TallyDeliveries(
            Messages messages, DeliveryCounts counts, HealthTally health, InstantSource time, RandomGenerator random) {
        this.messages = messages;
        this.counts = counts;
        this.health = health;
        this.time = time;
        this.random = random;
        this.worker = name();
    }

    private String name() {
        return Long.toHexString(random.nextLong());
    }

    /** A batch of receipts of one store; to be closed by the thread that began it, whatever becomes of it. */
    Batch begin(StoreId store) {
        oneBatch.lock();
        return new Batch(store, new CountMark(worker, ++lastBatch, time.instant()));
    }

    final class Batch implements AutoCloseable {

        private final StoreId store;
        private final CountMark mark;
        private final Map<CountMark, Boolean> lost = new HashMap<>();

        private Batch(StoreId store, CountMark mark) {
            this.store = store;
            this.mark = mark;
        }

        /** What the entries of messages are to say that this batch settles. */
        String mark() {
            return mark.toString();
        }

        /**
         * Counts those that are news, and those that another process settled and cannot count any more.
         *
         * @param settled with {@link #mark}
         */
        void note(Collection<Settled> settled) {
            var counted = settled.stream()
                    .filter(one -> isEnd(one.message().state()))
                    .filter(one -> one.isNews() || isTakenOver(one))
                    .map(Settled::message)
                    .toList();
            TallyDeliveries.this.note(store, mark, counted);
        }

        private boolean isTakenOver(Settled settled) {
            return CountMark.parse(settled.countedBy()).filter(this::isLost).isPresent()
                    && messages.recount(store, settled.message().id(), settled.countedBy(), mark());
        }

        private boolean isLost(CountMark other) {
            return other.at().plus(DEAD_AFTER).isBefore(time.instant())
                    && lost.computeIfAbsent(other, of -> counts.notedUpTo(store, of.day(), of.worker()) < of.batch());
        }

        @Override
        public void close() {
            oneBatch.unlock();
        }
    }

    private void note(StoreId store, CountMark mark, List<Message> news) {
        tallies.keySet().removeIf(known -> known.day().isBefore(mark.day()));
        if (news.isEmpty()) {
            return;
        }
        var day = new Day(store, mark.day());
        news.forEach(message -> add(day, message));
        try {
            counts.note(
                    store,
                    day.day(),
                    worker,
                    mark.batch(),
                    tallies.getOrDefault(day, Map.of()).values());
        } catch (RuntimeException notNoted) {
            startAnew();
            throw notNoted;
        }
        health.note();
    }

    /** Nobody knows whether the last note is written; under another name nothing is counted twice, whatever comes of it. */
    private void startAnew() {
        worker = name();
        tallies.clear();
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
        var destination = message.facts().address().map(Provider::destination).orElse("");
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
