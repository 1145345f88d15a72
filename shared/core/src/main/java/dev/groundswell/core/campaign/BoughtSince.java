package dev.groundswell.core.campaign;

import java.time.Instant;
import java.util.Optional;

/** Whose purchase makes a message pointless, as of the moment of sending. */
public sealed interface BoughtSince {

    /** Nobody's. */
    record Never() implements BoughtSince {}

    /** Of those who paid after the campaign was launched. */
    record Launch() implements BoughtSince {}

    /** Of those who paid at this instant or later. */
    record Since(Instant instant) implements BoughtSince {}

    /** From when on; empty for nobody's. */
    default Optional<Instant> from(Instant launchedAt) {
        return switch (this) {
            case Never() -> Optional.empty();
            case Launch() -> Optional.of(launchedAt);
            case Since(var instant) -> Optional.of(instant);
        };
    }
}
