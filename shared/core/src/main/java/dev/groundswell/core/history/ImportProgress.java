package dev.groundswell.core.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How much of an import is done: absolutes, as of its last checkpoint. Rows are records: a line, a row of a CSV whose
 * quotes span lines, or an object of a JSON document. Every row read is accepted, rejected or skipped.
 *
 * @param rowsRead   of the file, and of the item file if there is one
 * @param accepted   rows that were handed over, or belong to an order that was
 * @param rejected   rows that are in the report, with the reason
 * @param skipped    rows that are in order and bring nothing, e.g. blank ones
 * @param handedOver order changes or behaviour events: fewer than rows accepted where several rows make an order
 * @param bytesRead  of the files as they are stored, so compressed ones count compressed
 * @param step       what the current worker began with; absent before the first
 */
public record ImportProgress(
        long rowsRead,
        long accepted,
        long rejected,
        long skipped,
        long handedOver,
        long bytesRead,
        long bytesTotal,
        @Nullable Step step) {

    /** Less than this and a rate would be noise. */
    private static final Duration SHORTEST_MEASURE = Duration.ofMillis(500);

    /** Where the current worker began, so that the rate is of its work and not of the wait before it. */
    public record Step(Instant startedAt, long rowsRead, long bytesRead) {}

    public ImportProgress {
        if (rowsRead != accepted + rejected + skipped) {
            throw new IllegalArgumentException("Of " + rowsRead + " rows read, " + accepted + " were accepted, "
                    + rejected + " rejected and " + skipped + " skipped, which is not all of them.");
        }
    }

    public static ImportProgress none(long bytesTotal) {
        return new ImportProgress(0, 0, 0, 0, 0, 0, bytesTotal, null);
    }

    /** Rows a second since the current worker began; empty while that is too short to say. */
    public OptionalDouble rowsPerSecond(Instant now) {
        return perSecond(now, step == null ? 0 : rowsRead - step.rowsRead());
    }

    /** How long the rest takes at the current worker's rate; empty where there is none yet. */
    public Optional<Duration> timeLeft(Instant now) {
        var rate = perSecond(now, step == null ? 0 : bytesRead - step.bytesRead());
        return rate.isPresent() && rate.getAsDouble() > 0
                ? Optional.of(
                        Duration.ofSeconds((long) Math.ceil(Math.max(0, bytesTotal - bytesRead) / rate.getAsDouble())))
                : Optional.empty();
    }

    private OptionalDouble perSecond(Instant now, long done) {
        if (step == null || Duration.between(step.startedAt(), now).compareTo(SHORTEST_MEASURE) < 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                done * 1000.0 / Duration.between(step.startedAt(), now).toMillis());
    }
}
