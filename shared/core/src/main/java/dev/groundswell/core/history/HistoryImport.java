package dev.groundswell.core.history;

import dev.groundswell.core.format.SourceFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An import of a store's history from a file.
 *
 * @param mapping       the column mapping it is read by, as it was when it was started; only of {@link SourceFormat#MAPPED_CSV}
 * @param itemFile      only of {@link SourceFormat#TAOBAO_EXPORT}, and there it may be absent
 * @param startedBy     who started it, as their token names them
 * @param createdAt     when it was started by its person
 * @param startedAt     when a worker first took it
 * @param finishedAt    when it was over
 * @param firstRejected the first of the rejected lines, at most {@value #MAX_FIRST_REJECTED}; all are in the report
 * @param hasReport     whether the report of rejected lines can be downloaded: once it is over, if any was rejected
 */
public record HistoryImport(
        ImportId id,
        StoredFile file,
        SourceFormat format,
        @Nullable NamedMapping mapping,
        @Nullable StoredFile itemFile,
        String startedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        ImportState state,
        ImportPhase phase,
        ImportProgress progress,
        List<RejectedLine> firstRejected,
        boolean hasReport) {

    /** A screenful: whoever needs more downloads the report. */
    public static final int MAX_FIRST_REJECTED = 20;

    public HistoryImport {
        firstRejected = List.copyOf(firstRejected);
    }

    /** Rows a second at present; empty unless it runs. */
    public OptionalDouble rowsPerSecond(Instant now) {
        return state instanceof ImportState.Running ? progress.rowsPerSecond(now) : OptionalDouble.empty();
    }

    /** How long it still takes; empty unless it runs, and while nobody can tell. */
    public Optional<Duration> timeLeft(Instant now) {
        return state instanceof ImportState.Running ? progress.timeLeft(now) : Optional.empty();
    }
}
