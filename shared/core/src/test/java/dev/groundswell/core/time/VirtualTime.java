package dev.groundswell.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A clock that moves only when everyone sleeps, and then to whoever wakes first. Workers that {@link #run} starts take turns:
 * one runs until it sleeps, then the next, so whatever they do comes out the same each time. A thread of nobody's that sleeps
 * moves the clock by itself.
 */
public final class VirtualTime implements InstantSource, Sleeper {

    private final PriorityQueue<Sleep> asleep =
            new PriorityQueue<>(Comparator.comparing(Sleep::until).thenComparingLong(Sleep::number));
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private final Semaphore turnIsOver = new Semaphore(0);
    private final List<Throwable> failures = new ArrayList<>();
    private volatile Instant now;
    private long number;

    public VirtualTime(Instant start) {
        this.now = start;
    }

    private record Sleep(Instant until, long number, Semaphore wakes) {}

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        if (workers.contains(Thread.currentThread())) {
            var sleep = asleepFor(duration);
            turnIsOver.release();
            sleep.wakes().acquireUninterruptibly();
        } else {
            now = now.plus(duration);
        }
    }

    private Sleep asleepFor(Duration duration) {
        var sleep = new Sleep(now.plus(duration), number++, new Semaphore(0));
        asleep.add(sleep);
        return sleep;
    }

    /** Runs the workers until all have ended; fails if one of them fails. */
    public void run(List<? extends Runnable> all) {
        var threads = all.stream().map(this::started).toList();
        for (var next = asleep.poll(); next != null; next = asleep.poll()) {
            now = next.until();
            next.wakes().release();
            turnIsOver.acquireUninterruptibly();
        }
        workers.removeAll(threads);
        failures.forEach(failure -> {
            throw new AssertionError("A worker failed.", failure);
        });
    }

    private Thread started(Runnable worker) {
        var begin = asleepFor(Duration.ZERO);
        return Thread.ofVirtual().start(() -> {
            begin.wakes().acquireUninterruptibly();
            workers.add(Thread.currentThread());
            try {
                worker.run();
            } catch (RuntimeException | Error failure) {
                failures.add(failure);
            } finally {
                turnIsOver.release();
            }
        });
    }
}
