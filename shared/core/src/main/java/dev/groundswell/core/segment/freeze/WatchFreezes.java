package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.segment.freeze.FreezeRuns.OpenFreeze;
import dev.groundswell.core.segment.freeze.OpenWork.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Every minute: whatever was begun, is not over, and has not been heard of for some minutes is woken again; what takes too
 * long is ended. So neither a lost message nor a worker that died keeps anybody waiting.
 */
public final class WatchFreezes {

    private final OpenWork work;
    private final FreezeRuns runs;
    private final AudienceExports exports;
    private final AudienceSteps steps;
    private final FinishFreeze finish;
    private final InstantSource time;

    public WatchFreezes(
            OpenWork work, FreezeRuns runs, AudienceExports exports, AudienceSteps steps, InstantSource time) {
        this.work = work;
        this.runs = runs;
        this.exports = exports;
        this.steps = steps;
        this.finish = new FinishFreeze(runs, time);
        this.time = time;
    }

    /** How many were woken, finished or ended. */
    public int watch() {
        var now = time.instant();
        var silent = work.wokenBefore(now.minus(FreezeLimits.WOKEN_AGAIN_AFTER), FreezeLimits.WATCHED_AT_ONCE);
        var mine = silent.stream().filter(one -> work.claim(one, now)).toList();
        mine.forEach(one ->
                one.export().ifPresentOrElse(format -> watchExport(one, format, now), () -> watchFreeze(one, now)));
        return mine.size();
    }

    private void watchFreeze(Work one, Instant now) {
        runs.open(one.store(), one.audience()).ifPresent(open -> {
            if (isLate(open.facts().now(), FreezeLimits.FREEZE_TIME, now)) {
                runs.fail(
                        one.store(),
                        one.audience(),
                        "It was not frozen within " + FreezeLimits.FREEZE_TIME.toMinutes()
                                + " minutes, and the index is not kept as it was for longer. Freeze it again.",
                        now);
                return;
            }
            open.start().ifPresentOrElse(start -> wakeMissing(one, open, start), () -> wake(one, start(one)));
        });
    }

    private void wakeMissing(Work one, OpenFreeze open, FreezeStart start) {
        var missing = finish.finish(one.store(), open.facts(), start);
        wake(
                one,
                missing.stream()
                        .<AudienceStep>map(range -> new AudienceStep.Range(one.audience(), range))
                        .toList());
    }

    private static List<AudienceStep> start(Work one) {
        return List.of(new AudienceStep.Start(one.audience()));
    }

    private void wake(Work one, List<AudienceStep> missing) {
        if (!missing.isEmpty()) {
            steps.wake(one.store(), missing);
        }
    }

    private void watchExport(Work one, ExportFormat format, Instant now) {
        var waiting = exports.find(one.store(), one.audience(), format, now)
                .filter(AudienceExport.Waiting.class::isInstance)
                .map(AudienceExport.Waiting.class::cast);
        waiting.ifPresent(export -> {
            if (isLate(export.requestedAt(), FreezeLimits.EXPORT_TIME, now)) {
                var reason = "It was not written within " + FreezeLimits.EXPORT_TIME.toMinutes() + " minutes.";
                exports.fail(one.store(), one.audience(), new AudienceExport.Failed(format, reason, now));
                return;
            }
            steps.wake(one.store(), List.of(new AudienceStep.Export(one.audience(), format)));
        });
    }

    private static boolean isLate(Instant begun, Duration time, Instant now) {
        return begun.plus(time).isBefore(now);
    }
}
