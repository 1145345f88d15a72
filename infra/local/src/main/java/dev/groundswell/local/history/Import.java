package dev.groundswell.local.history;

import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.progress.Progress;
import java.time.Duration;
import java.util.function.Consumer;

/** Sends many changes as fast as they are taken, and waits until queue and streams are drained. */
public final class Import {

    /** Some 15,000 changes: enough for every worker, little enough to forget at a kill. */
    private static final long MOST_WAITING = 40;

    private final LocalSystem system;
    private final String task;

    /** {@code task} names the work on the progress bar. */
    public Import(LocalSystem system, String task) {
        this.system = system;
        this.task = task;
    }

    /** How many changes went through, and in what time. */
    public record Done(long changes, Duration time) {

        public long perSecond() {
            return Math.round(changes / Math.max(0.001, time.toNanos() / 1e9));
        }
    }

    /** Sends behaviour events, each as JSON, for the next {@link #run} to see the end of. */
    public void sendBehaviour(Consumer<Consumer<String>> source) {
        var queue = ChangeQueue.ofBehaviour(system, MOST_WAITING);
        source.accept(queue::gather);
        queue.sendGathered();
    }

    /** Imports {@code total} changes that {@code source} pushes, each the JSON of an order change. */
    public Done run(long total, Consumer<Consumer<String>> source) {
        long startedAt = System.nanoTime();
        var queue = ChangeQueue.ofOrders(system, MOST_WAITING);
        long[] sent = new long[1];
        try (Progress progress = Progress.of(task, "changes", total)) {
            source.accept(change -> {
                queue.gather(change);
                progress.at(sent[0]++);
            });
            queue.sendGathered();
            system.awaitDrained();
            progress.at(sent[0]);
        }
        return new Done(sent[0], Duration.ofNanos(System.nanoTime() - startedAt));
    }
}
