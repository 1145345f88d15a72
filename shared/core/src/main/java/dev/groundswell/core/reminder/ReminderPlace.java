package dev.groundswell.core.reminder;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the outcome of a reminder's message is counted, written {@code r/<batch>/<phase>/<ordinal>/<order>}.
 *
 * @param batch by which the message is paid for
 */
public record ReminderPlace(String batch, Phase phase, int ordinal, OrderId order) {

    private static final Pattern FORM = Pattern.compile("r/([^/]+)/([A-Z]+)/([12])/(.+)", Pattern.DOTALL);

    public static ReminderPlace of(String batch, ReminderId reminder) {
        return new ReminderPlace(batch, reminder.phase(), reminder.ordinal(), reminder.order());
    }

    /** Reads what {@link #toString} wrote; empty if it is another sender's place. */
    public static Optional<ReminderPlace> parse(String place) {
        var parts = FORM.matcher(place);
        return parts.matches()
                ? Optional.of(new ReminderPlace(
                        parts.group(1),
                        Phase.valueOf(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        new OrderId(parts.group(4))))
                : Optional.empty();
    }

    /** @param buyer of the order, as the message tells */
    public ReminderId reminder(BuyerId buyer) {
        return new ReminderId(buyer, order, phase, ordinal);
    }

    @Override
    public String toString() {
        return "r/" + batch + "/" + phase + "/" + ordinal + "/" + order;
    }
}
