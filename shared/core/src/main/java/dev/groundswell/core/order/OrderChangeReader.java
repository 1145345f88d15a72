package dev.groundswell.core.order;

import dev.groundswell.core.money.Money;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a canonical order change from plain values: maps, lists, strings, numbers and booleans, as any JSON reader gives
 * them, as an order that came live. Unknown fields are ignored and {@code null} counts as absent; everything else must be as the schema says.
 */
public final class OrderChangeReader {

    /** The schema's own limit. */
    private static final int MAX_ITEMS = 200;

    private static final int MAX_PAYMENT_METHOD = 32;
    private static final int MAX_SELLER_FLAG = 5;
    private static final int MAX_SCORE = 5;

    /** Names, titles, links: longer ones are a mistake upstream. */
    private static final int MAX_TEXT = 2_048;

    /** All texts of one order together: as UTF-8 it stays below the 400 KB of a DynamoDB item. */
    private static final int MAX_TEXTS = 100_000;

    /** More pieces in one line than any shop sells. */
    private static final int MAX_QUANTITY = 1_000_000;

    /** Versions compare as text, so years have four digits; nobody sold online before. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Currency currency;

    /** @param currency the store's */
    public OrderChangeReader(Currency currency) {
        this.currency = currency;
    }

    /** A change that is as it should be, or what is wrong with it. */
    public sealed interface Outcome {
        record Valid(Order order) implements Outcome {}

        record Invalid(Rejection rejection) implements Outcome {}
    }

    public Outcome read(Map<String, ?> change) {
        try {
            return new Outcome.Valid(order(new Fields("", change, new TextBudget())));
        } catch (Refused refused) {
            return new Outcome.Invalid(refused.rejection);
        }
    }

    private Order order(Fields change) {
        currency(change);
        return new Order(
                new OrderId(change.requiredText("orderId", OrderId.MAX_LENGTH)),
                new BuyerId(change.requiredText("buyerId", BuyerId.MAX_LENGTH)),
                change.required("status", change.constant("status", OrderStatus.class)),
                times(change),
                amounts(change),
                presale(change.fields("presale")),
                origins(change),
                number(change.integer("sellerFlag", 0, MAX_SELLER_FLAG)),
                change.text("paymentMethod", MAX_PAYMENT_METHOD),
                paymentUrl(change),
                contact(change.fields("buyer")),
                region(change.fields("region")),
                items(change),
                review(change.fields("review")),
                OrderSource.LIVE);
    }

    private void currency(Fields change) {
        var code = change.requiredText("currency", 3);
        if (!code.equals(currency.getCurrencyCode())) {
            throw new Refused(
                    RejectionCode.OTHER_CURRENCY,
                    "currency",
                    "The store's currency is " + currency + ", not '" + code + "'.");
        }
    }

    private static OrderTimes times(Fields change) {
        return new OrderTimes(
                change.required("orderedAt", change.instant("orderedAt")),
                change.required("modifiedAt", change.instant("modifiedAt")),
                change.instant("paidAt"),
                change.instant("shippedAt"),
                change.instant("promisedBy"),
                change.instant("deliveredAt"),
                change.instant("completedAt"),
                change.instant("closedAt"),
                change.instant("closesAt"));
    }

    private OrderAmounts amounts(Fields change) {
        return new OrderAmounts(
                change.required("payable", change.money("payable", currency)),
                change.money("paid", currency),
                change.money("shippingFee", currency),
                change.money("refunded", currency));
    }

    private @Nullable Presale presale(@Nullable Fields presale) {
        return presale == null
                ? null
                : new Presale(
                        presale.required("deposit", presale.money("deposit", currency)),
                        presale.instant("depositPaidAt"),
                        presale.instant("balanceFrom"),
                        presale.instant("balanceUntil"),
                        presale.flag("forfeited"));
    }

    private static Set<Origin> origins(Fields change) {
        var origins = EnumSet.noneOf(Origin.class);
        var written = change.list("origin");
        for (var i = 0; i < written.size(); i++) {
            origins.add(change.constant("origin[" + i + "]", written.get(i), Origin.class));
        }
        return origins;
    }

    private static @Nullable String paymentUrl(Fields change) {
        var url = change.text("paymentUrl", MAX_TEXT);
        if (url == null) {
            return null;
        }
        try {
            var scheme = new URI(url).getScheme();
            if ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme)) {
                return url;
            }
        } catch (URISyntaxException notAnAddress) {
            // told below, together with an address of another scheme
        }
        throw change.invalid("paymentUrl", "must be an http or https address");
    }

    private static BuyerContact contact(@Nullable Fields buyer) {
        return buyer == null
                ? BuyerContact.UNKNOWN
                : new BuyerContact(
                        buyer.text("name", MAX_TEXT), buyer.text("phone", MAX_TEXT), buyer.text("email", MAX_TEXT));
    }

    private static Region region(@Nullable Fields region) {
        return region == null
                ? Region.UNKNOWN
                : new Region(
                        region.text("country", MAX_TEXT),
                        region.text("province", MAX_TEXT),
                        region.text("city", MAX_TEXT));
    }

    private List<OrderItem> items(Fields change) {
        var written = change.list("items");
        if (written.size() > MAX_ITEMS) {
            throw change.outOfRange("items", "has " + written.size() + " lines; the limit is " + MAX_ITEMS);
        }
        var items = new ArrayList<OrderItem>(written.size());
        for (var i = 0; i < written.size(); i++) {
            items.add(item(change.fields("items[" + i + "]", written.get(i))));
        }
        return items;
    }

    private OrderItem item(Fields item) {
        return new OrderItem(
                item.requiredText("itemId", MAX_TEXT),
                item.text("skuId", MAX_TEXT),
                item.text("title", MAX_TEXT),
                item.text("category", MAX_TEXT),
                item.required("quantity", item.integer("quantity", 1, MAX_QUANTITY)),
                item.required("price", item.money("price", currency)),
                item.flag("refunded"));
    }

    private static @Nullable Review review(@Nullable Fields review) {
        return review == null ? null : new Review(review.integer("score", 1, MAX_SCORE), review.instant("at"));
    }

    private static int number(@Nullable Integer written) {
        return written == null ? 0 : written;
    }

    /** Leaves the reading at the first field that is wrong. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Rejection rejection;

        Refused(RejectionCode code, String field, String message) {
            super(message, null, false, false);
            this.rejection = new Rejection(code, field, message);
        }
    }

    /** How many characters of text a change may still hold. */
    private static final class TextBudget {

        private int left = MAX_TEXTS;

        boolean spend(int characters) {
            left -= characters;
            return left >= 0;
        }
    }

    /**
     * The fields of one object.
     *
     * @param path      where the object stands, e.g. {@code items[2].}; empty for the change itself
     * @param texts what the change may still hold, shared by all its objects
     */
    private record Fields(String path, Map<?, ?> values, TextBudget texts) {

        <T> T required(String name, @Nullable T value) {
            if (value == null) {
                throw new Refused(RejectionCode.MISSING, path + name, "The field " + path + name + " is missing.");
            }
            return value;
        }

        String requiredText(String name, int maxLength) {
            var text = required(name, text(name, maxLength));
            if (text.isEmpty()) {
                throw invalid(name, "must not be empty");
            }
            return text;
        }

        @Nullable
        String text(String name, int maxLength) {
            if (values.get(name) == null) {
                return null;
            }
            if (!(values.get(name) instanceof String text)) {
                throw invalid(name, "must be a string");
            }
            if (text.length() > maxLength) {
                throw outOfRange(name, "has " + text.length() + " characters; the limit is " + maxLength);
            }
            if (!isUnicode(text)) {
                throw invalid(name, "holds half of a surrogate pair, which no encoding can keep");
            }
            if (!texts.spend(text.length())) {
                throw outOfRange(name, "and the texts before it exceed " + MAX_TEXTS + " characters together");
            }
            return text;
        }

        <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
            var written = values.get(name);
            return written == null ? null : constant(name, written, type);
        }

        <E extends Enum<E>> E constant(String name, @Nullable Object written, Class<E> type) {
            for (var constant : type.getEnumConstants()) {
                if (constant.name().equals(written)) {
                    return constant;
                }
            }
            throw invalid(
                    name,
                    "must be one of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")));
        }

        @Nullable
        Instant instant(String name) {
            var text = text(name, MAX_TEXT);
            if (text == null) {
                return null;
            }
            try {
                return inRange(name, OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException notAnInstant) {
                throw invalid(name, "must be a date and time with its offset, e.g. 2026-06-18T09:00:00+08:00");
            }
        }

        private Instant inRange(String name, Instant instant) {
            if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
                throw outOfRange(name, "must lie between " + EARLIEST + " and " + LATEST);
            }
            return instant;
        }

        @Nullable
        Money money(String name, Currency currency) {
            if (values.get(name) == null) {
                return null;
            }
            return (values.get(name) instanceof String text ? Money.parse(text, currency) : Optional.<Money>empty())
                    .orElseThrow(() -> invalid(
                            name,
                            "must be a string like \"71.94\": major units of " + currency
                                    + " without a sign, no finer than its minor unit"));
        }

        @Nullable
        Integer integer(String name, int min, int max) {
            var written = values.get(name);
            if (written == null) {
                return null;
            }
            if (!(written instanceof Integer || written instanceof Long || written instanceof BigInteger)) {
                throw invalid(name, "must be a whole number");
            }
            var number = new BigInteger(written.toString());
            if (number.bitLength() >= Integer.SIZE || number.intValue() < min || number.intValue() > max) {
                throw outOfRange(name, "must lie between " + min + " and " + max);
            }
            return number.intValue();
        }

        boolean flag(String name) {
            var written = values.get(name);
            if (written == null) {
                return false;
            }
            if (!(written instanceof Boolean flag)) {
                throw invalid(name, "must be true or false");
            }
            return flag;
        }

        List<?> list(String name) {
            var written = values.get(name);
            if (written == null) {
                return List.of();
            }
            if (!(written instanceof List<?> list)) {
                throw invalid(name, "must be an array");
            }
            return list;
        }

        @Nullable
        Fields fields(String name) {
            var written = values.get(name);
            return written == null ? null : fields(name, written);
        }

        Fields fields(String name, @Nullable Object written) {
            if (!(written instanceof Map<?, ?> fields)) {
                throw invalid(name, "must be an object");
            }
            return new Fields(path + name + ".", fields, texts);
        }

        Refused invalid(String name, String what) {
            return new Refused(RejectionCode.INVALID, path + name, "The field " + path + name + " " + what + ".");
        }

        Refused outOfRange(String name, String what) {
            return new Refused(RejectionCode.OUT_OF_RANGE, path + name, "The field " + path + name + " " + what + ".");
        }

        private static boolean isUnicode(String text) {
            return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        }
    }
}
