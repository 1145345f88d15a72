package dev.groundswell.core.format;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When an order was last changed, where the source does not say: the latest time it gives. Of two snapshots of the same
 * instant the later status wins anyhow; a refund shows in neither, and so counts a millisecond.
 */
final class LastChange {

    private static final Duration REFUND = Duration.ofMillis(1);

    private LastChange() {}

    /**
     * @param refunded a canonical amount
     * @param times    what is known; at least one is not {@code null}
     */
    static OffsetDateTime of(@Nullable String refunded, @Nullable OffsetDateTime... times) {
        var latest = Arrays.stream(times)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(OffsetDateTime::toInstant))
                .orElseThrow();
        var isRefunded = refunded != null && new BigDecimal(refunded).signum() > 0;
        return isRefunded ? latest.plus(REFUND) : latest;
    }
}
