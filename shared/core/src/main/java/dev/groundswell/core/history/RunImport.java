package dev.groundswell.core.history;

import dev.groundswell.core.history.ImportRuns.Look;
import dev.groundswell.core.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Does an import's next step: block after block, until the file is over or the time is. All that a block writes follows
 * from the file, and the checkpoint comes last; so a worker that dies is repeated, and what it did is done once. Each
 * message that wakes a worker leaves a later one behind before anything else, which finds out if the worker has died.
 */
public final class RunImport {

    private final Ports ports;
    private final InstantSource time;

    public RunImport(Ports ports, InstantSource time) {
        this.ports = ports;
        this.time = time;
    }

    /**
     * What a worker works with.
     *
     * @param orders    takes order changes
     * @param behaviour takes behaviour events
     */
    public record Ports(
            ImportRuns runs,
            ImportSteps steps,
            ImportFiles files,
            RecordFiles recordFiles,
            ImportFeed orders,
            ImportFeed behaviour,
            RejectedLines rejectedLines,
            StagedItems stagedItems) {}

    /** What came of a step. */
    public sealed interface Result {
        /** The import is over, and its report is there if it needs one. */
        record Over() implements Result {}

        /** The time is over; the next step is on the queue. */
        record Continued() implements Result {}

        /** Another worker has it, or took it over; the queue will ask again. */
        record LeftToAnother() implements Result {}

        /** The message is of a step that is past, or of no import. */
        record OutOfDate() implements Result {}
    }

    /**
     * Does a step.
     *
     * @param worker a name that no other worker has or had
     * @throws RuntimeException if something outside does not work; the message left behind tries again
     */
    public Result run(Store store, ImportId id, int step, String worker, Allowance allowance) {
        return switch (ports.runs().look(store.id(), id, step, time.instant())) {
            case Look.OutOfDate _ -> new Result.OutOfDate();
            case Look.Held(var until) -> {
                var left = Duration.between(time.instant(), until);
                ports.steps().wake(store.id(), id, step, bounded(left.plusSeconds(1)));
                yield new Result.LeftToAnother();
            }
            case Look.Free(var attempts) -> {
                ports.steps().wake(store.id(), id, step, bounded(ImportLimits.LEASE.multipliedBy(attempts + 1L)));
                yield claim(store, id, step, worker, allowance);
            }
        };
    }

    private static Duration bounded(Duration delay) {
        if (delay.isNegative()) {
            return Duration.ZERO;
        }
        return delay.compareTo(ImportSteps.MAX_DELAY) > 0 ? ImportSteps.MAX_DELAY : delay;
    }

    private Result claim(Store store, ImportId id, int step, String worker, Allowance allowance) {
        var now = time.instant();
        var claimed = ports.runs().claim(store.id(), id, step, worker, now, now.plus(ImportLimits.LEASE));
        if (claimed.isEmpty()) {
            return new Result.LeftToAnother();
        }
        var lease = new Lease(ports.runs(), store.id(), id, worker, time);
        try {
            return finished(lease, store, step, claimed.get(), allowance);
        } catch (Lease.LostException lost) {
            return new Result.LeftToAnother();
        }
    }

    private Result finished(Lease lease, Store store, int step, ImportRun claimed, Allowance allowance) {
        var read = claimed.it().state().isOver()
                ? Optional.of(claimed)
                : claimed.attempts() > ImportLimits.ATTEMPTS
                        ? Optional.of(lease.ended(claimed, givenUp(claimed)))
                        : new ReadFiles(ports, lease, store, allowance).read(claimed);
        if (read.isEmpty() || !allowance.suffices()) {
            lease.released();
            ports.steps().wake(store.id(), claimed.it().id(), step + 1, Duration.ZERO);
            return new Result.Continued();
        }
        var hasReport = read.get().it().progress().rejected() > 0;
        if (hasReport) {
            ports.rejectedLines().assemble(store.id(), claimed.it().id(), lease::hold);
        }
        lease.settled(hasReport);
        return new Result.Over();
    }

    private static ImportState givenUp(ImportRun run) {
        return new ImportState.Failed("Reading on from line " + run.position().line() + " failed "
                + ImportLimits.ATTEMPTS + " times in a row. What was read before is taken in.");
    }
}
