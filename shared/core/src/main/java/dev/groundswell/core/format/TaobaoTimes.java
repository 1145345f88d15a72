package dev.groundswell.core.format;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Times as Taobao writes them: Beijing's, to the second. */
final class TaobaoTimes {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /** The open platform's. */
    static final TimeFormat PLATFORM = new TimeFormat("yyyy-MM-dd HH:mm:ss", BEIJING);

    /** In the seller centre's files, also after a spreadsheet program has saved them. */
    private static final List<TimeFormat> IN_FILES = List.of(
            PLATFORM,
            new TimeFormat("yyyy/M/d H:mm:ss", BEIJING),
            new TimeFormat("yyyy/M/d H:mm", BEIJING),
            new TimeFormat("yyyy-MM-dd HH:mm", BEIJING));

    /** What the open platform promises is a time or a day alone, and sometimes neither. */
    private static final List<TimeFormat> PROMISES =
            List.of(PLATFORM, new TimeFormat("yyyyMMdd", BEIJING), new TimeFormat("yyyy-MM-dd", BEIJING));

    private TaobaoTimes() {}

    /** @throws Refusal if it is no time */
    static OffsetDateTime inFile(String column, String written) {
        var time = parse(IN_FILES, written);
        if (time == null) {
            throw Refusal.invalid(column, "must be a time like 2017-07-08 00:42:32, not " + Refusal.shown(written));
        }
        return time;
    }

    /** A promised time, {@code null} if it is written in some other way. */
    static @Nullable OffsetDateTime promise(@Nullable String written) {
        return written == null ? null : parse(PROMISES, written);
    }

    private static @Nullable OffsetDateTime parse(List<TimeFormat> formats, String written) {
        return formats.stream()
                .map(format -> format.parse(written))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
