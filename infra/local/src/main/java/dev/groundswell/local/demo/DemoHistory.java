package dev.groundswell.local.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * About 5,000 customers with a year of orders that ends now: the last state of each order, as an import of a shop's
 * history has it. The same {@code now}, zone and currency give the same orders.
 */
public final class DemoHistory {

    private static final int CUSTOMERS = 5_000;
    private static final long SEED = 20_261_111;

    /** The chance of one more order after each; most buyers come once, some very often. */
    private static final double COMES_AGAIN = 0.42;

    private static final int MOST_ORDERS = 25;

    private final Instant now;
    private final ZoneId zone;
    private final Currency currency;

    public DemoHistory(Instant now, ZoneId zone, Currency currency) {
        this.now = now;
        this.zone = zone;
        this.currency = currency;
    }

    /** How many orders there are. */
    public long count() {
        long[] count = new long[1];
        forEach(_ -> count[0]++);
        return count[0];
    }

    /** Every order as a canonical order change, buyer by buyer. */
    public void forEach(Consumer<String> each) {
        var random = new SplittableRandom(SEED);
        var calendar = new DemoCalendar(now, zone);
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            SplittableRandom own = random.split();
            var buyer = new DemoBuyer(customer, own);
            int orders = orders(own);
            for (int number = 1; number <= orders; number++) {
                each.accept(new DemoOrder(buyer, number, calendar, currency, zone, own).change(now));
            }
        }
    }

    private static int orders(SplittableRandom random) {
        int orders = 1;
        while (orders < MOST_ORDERS && random.nextDouble() < COMES_AGAIN) {
            orders++;
        }
        return orders;
    }
}
