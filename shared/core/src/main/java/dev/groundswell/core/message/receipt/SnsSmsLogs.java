package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.receipt.ProviderEvent.Traced;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Amazon SNS logs of each SMS. It gives nothing of ours back but the number and its own id.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html">the form, and the reasons of failures</a>
 */
final class SnsSmsLogs {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS]", Locale.ROOT);

    private static final Map<String, Bar> BARS = Map.of(
            "Invalid phone number", Bar.SUPPRESSED,
            "Phone number is opted out", Bar.UNSUBSCRIBED);

    private SnsSmsLogs() {}

    static boolean isOne(EventFields event) {
        return event.has("notification") && event.has("delivery") && event.has("status");
    }

    static ProviderEvent read(EventFields event) {
        var notification = event.object("notification");
        var delivery = event.object("delivery");
        var at = time(notification.text("timestamp"));
        var response = delivery.find("providerResponse").orElse("");
        var isDelivered = event.text("status").equals("SUCCESS");
        return new Traced(
                delivery.phone("destination"),
                notification.text("messageId"),
                isDelivered ? new Outcome.Delivered(at, "") : new Outcome.Failed(at, "", "FAILURE", response),
                isDelivered ? Optional.empty() : Optional.ofNullable(BARS.get(response)),
                at);
    }

    private static Instant time(String written) {
        try {
            return LocalDateTime.parse(written, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("'timestamp' is no time.", notATime);
        }
    }
}
