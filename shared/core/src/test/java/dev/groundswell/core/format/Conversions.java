package dev.groundswell.core.format;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderChangeReader;
import dev.groundswell.core.order.OrderChangeReader.Outcome;
import dev.groundswell.core.order.Rejection;
import java.util.Currency;
import java.util.Map;

/** What tests want to know of a conversion. */
public final class Conversions {

    private Conversions() {}

    public static Map<String, Object> change(Conversion conversion) {
        return switch (conversion) {
            case Conversion.Change(var values) -> values;
            case Conversion.Refused(var rejection) -> throw new AssertionError(rejection.toString());
            case Conversion.NotAnOrder(var reason) -> throw new AssertionError(reason);
        };
    }

    /** As a store of that change's currency takes it in. */
    public static Order order(Conversion conversion) {
        var change = change(conversion);
        var currency = Currency.getInstance(String.valueOf(change.get("currency")));
        return switch (new OrderChangeReader(currency).read(change)) {
            case Outcome.Valid(var order) -> order;
            case Outcome.Invalid(var rejection) -> throw new AssertionError(rejection.toString());
        };
    }

    public static Rejection rejection(Conversion conversion) {
        return switch (conversion) {
            case Conversion.Refused(var rejection) -> rejection;
            case Conversion.Change(var values) -> throw new AssertionError("It was converted: " + values);
            case Conversion.NotAnOrder(var reason) -> throw new AssertionError(reason);
        };
    }

    public static String reasonToSkip(Conversion conversion) {
        return switch (conversion) {
            case Conversion.NotAnOrder(var reason) -> reason;
            case Conversion.Change(var values) -> throw new AssertionError("It was converted: " + values);
            case Conversion.Refused(var rejection) -> throw new AssertionError(rejection.toString());
        };
    }
}
