package dev.groundswell.core.taobao;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A trade that a message names and does not hold. Status, fee or memo may stand beside its id, but never all that an order
 * needs; and messages come in any order, while the platform always knows the latest.
 *
 * @param tid the trade's id, digits
 */
public record NamedTrade(String tid) {

    /** As long as the longest number that the platform uses; nothing else is asked for. */
    private static final Pattern TID = Pattern.compile("[0-9]{1,20}");

    /** What every trade of the platform's API has and no message does. */
    private static final String CREATED = "created";

    private static final String ORDERS = "orders";

    /** Reads a message's values. No values, however strange, make it throw. */
    public static Optional<NamedTrade> in(@Nullable Object message) {
        if (!(message instanceof Map<?, ?> values) || values.containsKey(CREATED) || values.containsKey(ORDERS)) {
            return Optional.empty();
        }
        return tid(values.get("tid"));
    }

    private static Optional<NamedTrade> tid(@Nullable Object written) {
        return switch (written) {
            case String text -> tid(text);
            case Integer number -> tid(number.toString());
            case Long number -> tid(number.toString());
            case BigInteger number -> tid(number.toString());
            case null, default -> Optional.empty();
        };
    }

    private static Optional<NamedTrade> tid(String digits) {
        return TID.matcher(digits).matches() ? Optional.of(new NamedTrade(digits)) : Optional.empty();
    }
}
