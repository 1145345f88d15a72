package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.reminder.sweep.SweepShard.Swept;
import dev.groundswell.core.reminder.task.ReminderTasks;
import dev.groundswell.core.store.Store;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sweeps a store: a page of each shard at once, which is all there is but in a promotion's peak. Where there is more, others go on
 * from there, one worker for each shard at a time.
 */
public final class SweepStore {

    private final ReminderTasks tasks;
    private final SweepShard shards;
    private final SettleReminderBatches batches;
    private final ShardLeases leases;
    private final InstantSource time;
    private final RandomGenerator random;

    /** @param random names the workers */
    public SweepStore(
            ReminderTasks tasks,
            SweepShard shards,
            SettleReminderBatches batches,
            ShardLeases leases,
            InstantSource time,
            RandomGenerator random) {
        this.tasks = tasks;
        this.shards = shards;
        this.batches = batches;
        this.leases = leases;
        this.time = time;
        this.random = random;
    }

    /**
     * Sweeps once.
     *
     * @return the shards in which there is more to do
     * @throws RuntimeException the first one of a shard that failed, after the other shards
     */
    public Set<Integer> sweep(Store store) {
        batches.settle(store.id());
        var book = tasks.read(store.id());
        var swept = FanOut.over(all(), WakeUps.SHARDS, shard -> shards.sweep(store, book, shard, onePage()));
        var unfinished = swept.entrySet().stream()
                .filter(shard -> !isDone(shard))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        swept.values().forEach(FanOut.Outcome::orThrow);
        return unfinished;
    }

    private static boolean isDone(Map.Entry<Integer, FanOut.Outcome<Swept>> shard) {
        return shard.getValue() instanceof FanOut.Outcome.Done(var swept) && swept.isDone();
    }

    /**
     * Goes on with a shard, unless somebody else does, who takes what we would.
     *
     * @param timeLeft whether there is time for another page
     */
    public Swept goOn(Store store, int shard, BooleanSupplier timeLeft) {
        var worker = Long.toHexString(random.nextLong());
        if (!isOurs(store, shard, worker)) {
            return new Swept(0, true);
        }
        try {
            return shards.sweep(
                    store,
                    tasks.read(store.id()),
                    shard,
                    () -> timeLeft.getAsBoolean() && isOurs(store, shard, worker));
        } finally {
            leases.release(store.id(), shard, worker);
        }
    }

    private boolean isOurs(Store store, int shard, String worker) {
        var now = time.instant();
        return leases.take(store.id(), shard, worker, now, now.plus(SweepLimits.LEASED_FOR));
    }

    private static Map<Integer, Integer> all() {
        return IntStream.range(0, WakeUps.SHARDS)
                .boxed()
                .collect(Collectors.toMap(
                        Function.identity(), Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private static BooleanSupplier onePage() {
        var isLeft = new AtomicBoolean(true);
        return () -> isLeft.getAndSet(false);
    }
}
