package dev.groundswell.core.segment.rule;

import dev.groundswell.core.segment.rule.Literal.Day;
import dev.groundswell.core.segment.rule.Literal.OffsetTime;
import dev.groundswell.core.segment.rule.Literal.RelativeDay;
import dev.groundswell.core.segment.rule.Literal.RelativeTime;
import dev.groundswell.core.segment.rule.Literal.StoreTime;
import dev.groundswell.core.segment.rule.Literal.TimeUnit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as words: {@code 2026-06-18}, {@code 2026-06-18T20:00:00}, the same with {@code +08:00} or {@code Z},
 * {@code -90d}, {@code now}, {@code today}, {@code today-3d}.
 */
final class Times {

    private static final Pattern ABSOLUTE = Pattern.compile(
            "(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?<time>T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final Pattern RELATIVE_DAY = Pattern.compile("TODAY([+-][0-9]{1,9})D");
    private static final Pattern RELATIVE = Pattern.compile("([+-][0-9]{1,9})([A-Z]{1,3})");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final RelativeTime NOW = new RelativeTime(0, TimeUnit.MINUTE);

    private Times() {}

    static Optional<Literal> read(String word) {
        var upper = word.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "NOW" -> Optional.of(new RelativeTime(0, TimeUnit.MINUTE));
            case "TODAY" -> Optional.of(new RelativeDay(0));
            case "YESTERDAY" -> Optional.of(new RelativeDay(-1));
            case "TOMORROW" -> Optional.of(new RelativeDay(1));
            default -> relativeDay(upper).or(() -> relative(upper)).or(() -> absolute(upper));
        };
    }

    private static Optional<Literal> relativeDay(String word) {
        var parts = RELATIVE_DAY.matcher(word);
        return parts.matches() ? Optional.of(new RelativeDay(Integer.parseInt(parts.group(1)))) : Optional.empty();
    }

    private static Optional<Literal> relative(String word) {
        var parts = RELATIVE.matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(TimeUnit.values())
                .filter(unit -> unit.sign().equalsIgnoreCase(parts.group(2)))
                .<Literal>map(unit -> new RelativeTime(Integer.parseInt(parts.group(1)), unit))
                .findFirst();
    }

    private static Optional<Literal> absolute(String word) {
        var parts = ABSOLUTE.matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(absolute(parts));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static @Nullable Literal absolute(Matcher parts) {
        var time = parts.group("time");
        var offset = parts.group("offset");
        if (time == null) {
            return offset == null ? new Day(LocalDate.parse(parts.group("day"))) : null;
        }
        var local = parts.group("day") + time;
        return offset == null
                ? new StoreTime(LocalDateTime.parse(local))
                : new OffsetTime(OffsetDateTime.parse(local + offset));
    }

    /** What a word lacks that is nearly a time: {@code 90d} a sign, {@code today-3} a unit. */
    static Stream<String> meant(String word) {
        return Stream.of("-" + word, "+" + word, word + "d")
                .filter(each -> read(each).isPresent());
    }

    static String word(Day day) {
        return day.day().toString();
    }

    static String word(RelativeDay day) {
        return switch (day.days()) {
            case 0 -> "today";
            case -1 -> "yesterday";
            case 1 -> "tomorrow";
            default -> "today%+dd".formatted(day.days());
        };
    }

    static String word(StoreTime time) {
        return SECONDS.format(time.time());
    }

    static String word(OffsetTime time) {
        return SECONDS.format(time.time()) + time.time().getOffset().getId();
    }

    static String word(RelativeTime time) {
        return time.equals(NOW)
                ? "now"
                : "%+d%s".formatted(time.amount(), time.unit().sign());
    }
}
