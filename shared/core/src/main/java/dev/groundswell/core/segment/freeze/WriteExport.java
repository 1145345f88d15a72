package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.segment.freeze.ExportFiles.ExportFile;
import dev.groundswell.core.store.Store;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Writes the file of a frozen audience. The members never change, so two workers write the same bytes, and whoever dies leaves
 * nothing.
 */
public final class WriteExport {

    private final FrozenAudiences audiences;
    private final FrozenMembers members;
    private final AudienceExports exports;
    private final ExportFiles files;
    private final InstantSource time;

    public WriteExport(
            FrozenAudiences audiences,
            FrozenMembers members,
            AudienceExports exports,
            ExportFiles files,
            InstantSource time) {
        this.audiences = audiences;
        this.members = members;
        this.exports = exports;
        this.files = files;
        this.time = time;
    }

    /** How it ended. */
    public enum Result {
        WRITTEN,
        /** The file is there, or nobody asked for it, or there is no such audience. */
        OUT_OF_DATE,
        /** The time was over; the watchdog wakes another one. */
        OUT_OF_TIME
    }

    /** @param timeLeft whether there is time for another thousand members, and for what has to be written at the end */
    public Result write(Store store, AudienceId id, ExportFormat format, BooleanSupplier timeLeft) {
        var isWaiting = exports.find(store.id(), id, format, time.instant())
                .filter(AudienceExport.Waiting.class::isInstance)
                .isPresent();
        var isReady = audiences
                .find(store.id(), id)
                .filter(FrozenAudience.Ready.class::isInstance)
                .isPresent();
        if (!isWaiting || !isReady) {
            return Result.OUT_OF_DATE;
        }
        var file = files.open(store, id, format);
        if (!isWhole(store, id, file, timeLeft)) {
            file.abandon();
            return Result.OUT_OF_TIME;
        }
        var written = file.finish();
        var now = time.instant();
        exports.finish(
                store.id(),
                id,
                new AudienceExport.Done(
                        format,
                        written.rows(),
                        written.bytes(),
                        written.sha256(),
                        now,
                        now.plus(FreezeLimits.EXPORT_KEPT)));
        return Result.WRITTEN;
    }

    private boolean isWhole(Store store, AudienceId id, ExportFile file, BooleanSupplier timeLeft) {
        for (var range : members.ranges(store.id(), id)) {
            for (var number = 0; number < range.chunks(); number++) {
                if (!timeLeft.getAsBoolean()) {
                    return false;
                }
                file.add(members.chunk(store.id(), id, range, number).rows());
            }
        }
        return true;
    }
}
