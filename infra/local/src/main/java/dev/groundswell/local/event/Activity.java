package dev.groundswell.local.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the run is doing, so that a drain knows when all is quiet. */
public final class Activity {

    private final AtomicLong started = new AtomicLong();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger drains = new AtomicInteger();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** An invocation begins. */
    public void begin() {
        started.incrementAndGet();
        running.incrementAndGet();
    }

    /** An invocation has ended; what it wrote may be work for others. */
    public void end() {
        running.decrementAndGet();
        listeners.forEach(Runnable::run);
    }

    /** How many invocations have begun. */
    long started() {
        return started.get();
    }

    /** Whether no invocation is under way. */
    public boolean isQuiet() {
        return running.get() == 0;
    }

    /** Whether somebody waits for all to be done: batching windows are then cut short. */
    boolean isDraining() {
        return drains.get() > 0;
    }

    void beginDrain() {
        drains.incrementAndGet();
        listeners.forEach(Runnable::run);
    }

    void endDrain() {
        drains.decrementAndGet();
    }

    /** Runs {@code listener} after each invocation and when a drain begins. It must not block. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }
}
