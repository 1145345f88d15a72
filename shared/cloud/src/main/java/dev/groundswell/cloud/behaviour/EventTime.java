package dev.groundswell.cloud.behaviour;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as short text: seconds since 1970, with the nanoseconds behind a point where there are any. */
public final class EventTime {

    private EventTime() {}

    public static String write(Instant at) {
        var seconds = Long.toString(at.getEpochSecond());
        return at.getNano() == 0 ? seconds : seconds + "." + at.getNano();
    }

    /** @throws NumberFormatException if it is not what {@link #write} writes */
    public static Instant read(String text) {
        var point = text.indexOf('.');
        return point < 0
                ? Instant.ofEpochSecond(Long.parseLong(text))
                : Instant.ofEpochSecond(
                        Long.parseLong(text, 0, point, 10), Long.parseLong(text, point + 1, text.length(), 10));
    }

    public static @Nullable Instant readOptional(@Nullable String text) {
        return text == null ? null : read(text);
    }
}
