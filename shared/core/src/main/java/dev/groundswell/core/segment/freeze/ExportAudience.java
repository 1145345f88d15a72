package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Has a file made of a frozen audience, and tells where it is. */
public final class ExportAudience {

    private final FrozenAudiences audiences;
    private final AudienceExports exports;
    private final ExportFiles files;
    private final AudienceSteps steps;
    private final InstantSource time;

    public ExportAudience(
            FrozenAudiences audiences,
            AudienceExports exports,
            ExportFiles files,
            AudienceSteps steps,
            InstantSource time) {
        this.audiences = audiences;
        this.exports = exports;
        this.files = files;
        this.steps = steps;
        this.time = time;
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is being made, or there already. */
        record Begun(AudienceExport export) implements Result {}

        record UnknownAudience() implements Result {}

        /** It is not ready: still being frozen, or failed. */
        record NotReady(FrozenAudience audience) implements Result {}

        /** It has more members than one worker can write. */
        record TooMany(long members, long most) implements Result {}
    }

    /** Asking again for one that is there changes nothing; one that failed is tried again. */
    public Result export(StoreId store, AudienceId id, ExportFormat format) {
        return audiences
                .find(store, id)
                .map(audience -> switch (audience) {
                    case FrozenAudience.Ready ready
                    when ready.count() > FreezeLimits.EXPORTED_MEMBERS ->
                        new Result.TooMany(ready.count(), FreezeLimits.EXPORTED_MEMBERS);
                    case FrozenAudience.Ready _ -> begun(store, id, format);
                    case FrozenAudience.Freezing _, FrozenAudience.Failed _ -> new Result.NotReady(audience);
                })
                .orElseGet(Result.UnknownAudience::new);
    }

    private Result begun(StoreId store, AudienceId id, ExportFormat format) {
        exports.request(store, id, format, time.instant());
        var export = exports.find(store, id, format, time.instant())
                .orElseThrow(() -> new IllegalStateException("The export of " + id + " is gone at once."));
        if (export instanceof AudienceExport.Waiting) {
            steps.wake(store, List.of(new AudienceStep.Export(id, format)));
        }
        return new Result.Begun(export);
    }

    /** Where a file that is done can be downloaded, for some minutes. */
    public Optional<URI> address(StoreId store, AudienceId id, AudienceExport export) {
        return export instanceof AudienceExport.Done
                ? Optional.of(files.address(store, id, export.format()))
                : Optional.empty();
    }
}
