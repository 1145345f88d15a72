package dev.groundswell.local.history;

import dev.groundswell.local.LocalRunException;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.event.Schedules;
import dev.groundswell.local.history.HistoryFile.Change;
import dev.groundswell.local.progress.Progress;
import dev.groundswell.local.time.LocalClock;
import dev.groundswell.local.time.Speed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Feeds changes as live ones while the clock follows their {@code modifiedAt}. The rules hold at every speed: changes of
 * an instant come before its schedules, and everything is drained before a schedule fires.
 */
public final class Replay {

    /** Single changes; a second's work for the pipeline. */
    private static final long MOST_WAITING = 1000;

    private final LocalSystem system;
    private final LocalClock clock;
    private final Schedules schedules;
    private final Speed speed;

    public Replay(LocalSystem system, Speed speed) {
        this.system = system;
        this.clock = system.clock();
        this.schedules = system.schedules();
        this.speed = speed;
    }

    /** What happened. */
    public record Done(long changes, Instant from, Instant to, long schedulesFired, Duration time) {}

    /**
     * Replays changes that are in the order of their times, then leaves the clock at the last one's, ticking on.
     *
     * @throws LocalRunException if there is nothing to replay
     */
    public Done run(List<Change> changes) {
        if (changes.isEmpty()) {
            throw new LocalRunException("There is nothing to replay: the file has no changes.");
        }
        long startedAt = System.nanoTime();
        long firedBefore = schedules.fired();
        Instant first = changes.getFirst().at();
        Instant last = changes.getLast().at();
        // What is due at the first instant itself comes after its changes.
        schedules.hold(first.minusNanos(1));
        clock.set(first, factor());
        feed(changes);
        fireUpTo(last);
        system.awaitDrained();
        clock.set(clock.instant(), speed instanceof Speed.Times(double factor) ? factor : 1);
        schedules.release(last);
        return new Done(
                changes.size(),
                first,
                last,
                schedules.fired() - firedBefore,
                Duration.ofNanos(System.nanoTime() - startedAt));
    }

    private double factor() {
        return switch (speed) {
            case Speed.Times(double factor) -> factor;
            case Speed.Max _ -> 0;
        };
    }

    private void feed(List<Change> changes) {
        var queue = ChangeQueue.ofOrders(system, MOST_WAITING);
        try (Progress progress = Progress.of("Replaying", "changes", changes.size())) {
            Instant now = Instant.MIN;
            for (int i = 0; i < changes.size(); i++) {
                Change change = changes.get(i);
                if (change.at().isAfter(now)) {
                    now = change.at();
                    if (isDueBefore(now) || !(speed instanceof Speed.Max)) {
                        queue.sendAdded();
                    }
                    fireBefore(now);
                    moveTo(now);
                }
                queue.add(change.json());
                progress.at(i);
            }
            queue.sendAdded();
        }
    }

    private boolean isDueBefore(Instant instant) {
        return schedules.next().filter(due -> due.isBefore(instant)).isPresent();
    }

    private void fireBefore(Instant instant) {
        fireUpTo(instant.minusNanos(1));
    }

    private void fireUpTo(Instant instant) {
        Optional<Instant> due = schedules.next();
        while (due.isPresent() && !due.get().isAfter(instant)) {
            system.awaitDrained();
            moveTo(due.get());
            schedules.fire(due.get());
            due = schedules.next();
        }
    }

    /** Jumps there, or waits until the clock has come there. */
    private void moveTo(Instant instant) {
        switch (speed) {
            case Speed.Max _ -> clock.set(instant, 0);
            case Speed.Times _ -> waitUntil(instant);
        }
    }

    private void waitUntil(Instant instant) {
        try {
            Duration left = clock.wallTimeUntil(instant);
            while (left.isPositive()) {
                Thread.sleep(left);
                left = clock.wallTimeUntil(instant);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunException("Interrupted.", e);
        }
    }
}
