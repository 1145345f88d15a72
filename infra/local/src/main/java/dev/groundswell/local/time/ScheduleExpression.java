package dev.groundswell.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a rule fires: {@code rate(5 minutes)} or {@code cron(0 16 * * ? *)}, in UTC as EventBridge has it. */
public sealed interface ScheduleExpression permits ScheduleExpression.Rate, CronExpression {

    /** The first firing after {@code instant}. */
    Instant firstAfter(Instant instant);

    /** At whole multiples of a period since 1970: every minute on the minute, whenever the run started. */
    record Rate(Duration period) implements ScheduleExpression {
        @Override
        public Instant firstAfter(Instant instant) {
            long millis = period.toMillis();
            return Instant.ofEpochMilli((Math.floorDiv(instant.toEpochMilli(), millis) + 1) * millis);
        }
    }

    Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    Pattern CRON = Pattern.compile("cron\\(([^)]*)\\)");

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException if it is none that the local run knows
     */
    static ScheduleExpression parse(String text) {
        Matcher rate = RATE.matcher(text.strip());
        if (rate.matches()) {
            return new Rate(unit(rate.group(2)).multipliedBy(Long.parseLong(rate.group(1))));
        }
        Matcher cron = CRON.matcher(text.strip());
        if (cron.matches()) {
            return CronExpression.parse(cron.group(1));
        }
        throw new IllegalArgumentException("not rate(N minutes|hours|days) nor cron(...): " + text);
    }

    private static Duration unit(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
