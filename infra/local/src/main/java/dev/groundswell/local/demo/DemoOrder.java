package dev.groundswell.local.demo;

import dev.groundswell.local.demo.DemoCatalogue.Category;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.jr.ob.JSON;

/** One invented order, and how far it has come. */
final class DemoOrder {

    private static final double NEVER_PAID = 0.13;
    private static final double REFUNDED = 0.04;
    private static final double PARTLY_REFUNDED = 0.03;
    private static final double PRESALE = 0.4;
    private static final double FORFEITED = 0.1;
    private static final double FLASH_SALE = 0.08;
    private static final int MOST_ITEMS = 4;
    private static final int SHIPPING_FREE_FROM = 9_900;
    private static final int SHIPPING_FEE = 1_000;
    private static final Duration PAYABLE_FOR = Duration.ofHours(24);
    private static final Duration BALANCE_OPENS_AFTER = Duration.ofDays(7);

    private final DemoBuyer buyer;
    private final int number;
    private final Currency currency;
    private final ZoneId zone;
    private final RandomGenerator random;
    private final Instant orderedAt;
    private final boolean presale;
    private final Map<String, Object> change = new LinkedHashMap<>();

    DemoOrder(
            DemoBuyer buyer,
            int number,
            DemoCalendar calendar,
            Currency currency,
            ZoneId zone,
            RandomGenerator random) {
        this.buyer = buyer;
        this.number = number;
        this.currency = currency;
        this.zone = zone;
        this.random = random;
        this.orderedAt = calendar.moment(random);
        this.presale = calendar.isPresale(orderedAt) && random.nextDouble() < PRESALE;
    }

    /** The order's state at {@code now}, as a canonical order change. */
    String change(Instant now) {
        int payable = order();
        if (presale) {
            presale(payable, now);
        } else if (random.nextDouble() < NEVER_PAID) {
            unpaid(orderedAt.plus(PAYABLE_FOR), now);
        } else {
            paid(payable, orderedAt.plus(payLag()), now);
        }
        return JSON.std.asString(change);
    }

    /** What does not change over the order's life; returns what is to be paid, in hundredths. */
    private int order() {
        change.put("orderId", buyer.orderId(number));
        change.put("buyerId", buyer.id());
        change.put("orderedAt", time(orderedAt));
        change.put("currency", currency.getCurrencyCode());
        List<Map<String, Object>> items = new ArrayList<>();
        int goods = 0;
        int count = 1 + random.nextInt(MOST_ITEMS) * random.nextInt(2);
        for (int i = 0; i < count; i++) {
            goods += item(items);
        }
        int shipping = goods < SHIPPING_FREE_FROM ? SHIPPING_FEE : 0;
        change.put("payable", money(goods + shipping));
        change.put("shippingFee", money(shipping));
        change.put("origin", origin());
        change.put("paymentMethod", random.nextInt(4) == 0 ? "wechat" : "alipay");
        change.put("buyer", buyer.contact());
        change.put("region", buyer.region());
        change.put("items", items);
        return goods + shipping;
    }

    private int item(List<Map<String, Object>> items) {
        Category category = DemoCatalogue.CATEGORIES.draw(random);
        int item = random.nextInt(category.items());
        int quantity = random.nextInt(5) == 0 ? 2 : 1;
        var line = new LinkedHashMap<String, Object>();
        line.put("itemId", "I-%s-%02d".formatted(category.name(), item));
        line.put("title", category.name() + " " + (item + 1));
        line.put("category", category.name());
        line.put("quantity", quantity);
        line.put("price", money(category.price(item)));
        items.add(line);
        return category.price(item) * quantity;
    }

    private List<String> origin() {
        String device = buyer.mobile() == random.nextDouble() < 0.93 ? "MOBILE" : "WEB";
        return random.nextDouble() < FLASH_SALE ? List.of(device, "FLASH_SALE") : List.of(device);
    }

    /** Most pay within a minute, some think it over for hours. */
    private Duration payLag() {
        double draw = random.nextDouble();
        return draw < 0.85
                ? Duration.ofSeconds(4 + random.nextInt(50))
                : Duration.ofMinutes(2 + random.nextInt(draw < 0.97 ? 40 : 1_200));
    }

    private void unpaid(Instant closesAt, Instant now) {
        change.put("closesAt", time(closesAt));
        if (closesAt.isAfter(now)) {
            state("AWAITING_PAYMENT", orderedAt);
        } else {
            change.put("closedAt", time(closesAt));
            state("CLOSED", closesAt);
        }
    }

    private void presale(int payable, Instant now) {
        Instant depositAt = orderedAt.plus(Duration.ofSeconds(20 + random.nextInt(200)));
        Instant balanceFrom = orderedAt.plus(BALANCE_OPENS_AFTER);
        Instant balanceUntil = balanceFrom.plus(Duration.ofDays(3));
        boolean forfeits = random.nextDouble() < FORFEITED;
        var terms = new LinkedHashMap<String, Object>();
        terms.put("deposit", money(payable / 10));
        terms.put("depositPaidAt", time(depositAt));
        terms.put("balanceFrom", time(balanceFrom));
        terms.put("balanceUntil", time(balanceUntil));
        change.put("presale", terms);
        Instant balanceAt = balanceFrom.plus(Duration.ofMinutes(1 + random.nextInt(1_800)));
        if (forfeits && balanceUntil.isBefore(now)) {
            terms.put("forfeited", true);
            change.put("closedAt", time(balanceUntil));
            state("CLOSED", balanceUntil);
        } else if (forfeits || balanceAt.isAfter(now)) {
            state(depositAt.isAfter(now) ? "AWAITING_PAYMENT" : "DEPOSIT_PAID", min(depositAt, now));
        } else {
            paid(payable, balanceAt, now);
        }
    }

    private void paid(int payable, Instant paidAt, Instant now) {
        if (paidAt.isAfter(now)) {
            unpaid(orderedAt.plus(PAYABLE_FOR), now);
            return;
        }
        change.put("paidAt", time(paidAt));
        change.put("paid", money(payable));
        Instant shippedAt = paidAt.plus(Duration.ofHours(4 + random.nextInt(40)));
        Instant deliveredAt = shippedAt.plus(Duration.ofHours(30 + random.nextInt(90)));
        Instant completedAt = deliveredAt.plus(Duration.ofHours(24 + random.nextInt(220)));
        change.put("promisedBy", time(paidAt.plus(Duration.ofDays(5))));
        if (random.nextDouble() < REFUNDED && deliveredAt.isBefore(now)) {
            refunded(payable, shippedAt, deliveredAt);
        } else {
            onItsWay(payable, new Instant[] {paidAt, shippedAt, deliveredAt, completedAt}, now);
        }
    }

    private void refunded(int payable, Instant shippedAt, Instant refundedAt) {
        change.put("shippedAt", time(shippedAt));
        change.put("refunded", money(payable));
        change.put("closedAt", time(refundedAt));
        state("CLOSED", refundedAt);
    }

    private void onItsWay(int payable, Instant[] times, Instant now) {
        String[] states = {"PAID", "SHIPPED", "DELIVERED", "COMPLETED"};
        String[] fields = {"paidAt", "shippedAt", "deliveredAt", "completedAt"};
        int reached = 0;
        for (int step = 1; step < states.length && times[step].isBefore(now); step++) {
            change.put(fields[step], time(times[step]));
            reached = step;
        }
        if (states[reached].equals("COMPLETED") && random.nextDouble() < PARTLY_REFUNDED) {
            change.put("refunded", money(payable / 5));
        }
        state(states[reached], times[reached]);
    }

    private void state(String status, Instant at) {
        change.put("status", status);
        change.put("modifiedAt", time(at));
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS)
                .atZone(zone)
                .toOffsetDateTime()
                .toString();
    }

    /** A currency without a smaller unit, such as the yen, gets whole numbers. */
    private String money(int hundredths) {
        BigDecimal amount = BigDecimal.valueOf(hundredths, 2);
        return currency.getDefaultFractionDigits() == 0
                ? amount.movePointRight(2).setScale(0).toPlainString()
                : amount.toPlainString();
    }
}
