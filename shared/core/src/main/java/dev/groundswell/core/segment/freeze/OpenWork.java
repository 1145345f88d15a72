package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that was begun and is not over, in all stores, for the watchdog. */
public interface OpenWork {

    /**
     * An audience that is being frozen, or an export.
     *
     * @param export  its format; empty for an audience
     * @param wokenAt when its workers were last woken
     */
    record Work(StoreId store, AudienceId audience, Optional<ExportFormat> export, Instant wokenAt) {}

    /** Those whose workers were last woken before an instant, the longest ago first; may be seconds behind. */
    List<Work> wokenBefore(Instant instant, int limit);

    /** Notes that its workers are woken now. False if it is over, or somebody else did so meanwhile. */
    boolean claim(Work work, Instant now);
}
