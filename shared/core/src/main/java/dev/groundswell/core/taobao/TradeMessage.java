package dev.groundswell.core.taobao;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a message about trades holds. */
public sealed interface TradeMessage {

    /** The trade itself, as the platform's API answers one. */
    record Whole(Map<String, Object> trade) implements TradeMessage {}

    /** The trade's id only: status, fee or memo stand beside it, and never all that an order needs. */
    record Named(String tid) implements TradeMessage {}

    /** Neither: a message about something else. */
    record NoTrade() implements TradeMessage {}

    /** Reads a message from plain values. No values, however strange, make it throw. */
    static TradeMessage of(Map<String, ?> values) {
        var trade = Reading.trade(values);
        if (trade.containsKey("created")) {
            return new Whole(Reading.byName(trade));
        }
        return Reading.tid(trade).<TradeMessage>map(Named::new).orElseGet(NoTrade::new);
    }

    /** How the platform writes what we look for. */
    final class Reading {

        /** What the API wraps an answer in. */
        private static final List<String> RESPONSES = List.of("trade_fullinfo_get_response", "trade_get_response");

        /** As long as the longest number that the platform uses; nothing else is asked for. */
        private static final Pattern TID = Pattern.compile("[0-9]{1,20}");

        private Reading() {}

        private static Map<?, ?> trade(Map<?, ?> values) {
            for (var response : RESPONSES) {
                if (values.get(response) instanceof Map<?, ?> answer) {
                    return answer.get("trade") instanceof Map<?, ?> trade ? trade : answer;
                }
            }
            return values.get("trade") instanceof Map<?, ?> trade ? trade : values;
        }

        private static Optional<String> tid(Map<?, ?> trade) {
            return number(trade.get("tid"));
        }

        private static Optional<String> number(@Nullable Object written) {
            return switch (written) {
                case String text when TID.matcher(text).matches() -> Optional.of(text);
                case Integer number when number > 0 -> Optional.of(number.toString());
                case Long number when number > 0 -> Optional.of(number.toString());
                case BigInteger number when TID.matcher(number.toString()).matches() -> Optional.of(number.toString());
                case null, default -> Optional.empty();
            };
        }

        @SuppressWarnings("unchecked") // The names of every JSON object's fields are text.
        private static Map<String, Object> byName(Map<?, ?> values) {
            return (Map<String, Object>) values;
        }
    }
}
