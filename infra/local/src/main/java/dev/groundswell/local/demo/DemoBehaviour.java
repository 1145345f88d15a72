package dev.groundswell.local.demo;

import dev.groundswell.local.demo.DemoCatalogue.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.jr.ob.JSON;

/**
 * What some of the demo store's customers, and some strangers, looked at, favourited and carted in the ten days before the
 * latest of the two great promotions: more from day to day. The same {@code now} and zone give the same events.
 */
public final class DemoBehaviour {

    private static final long SEED = 20_261_101;

    /** One customer in so many has looked around; enough to see, few enough to start quickly. */
    private static final int ONE_CUSTOMER_IN = 10;

    private static final int CUSTOMERS = 5_000;
    private static final int STRANGERS = 60;
    private static final int WARM_UP_DAYS = 10;
    private static final int MOST_VIEWS = 5;
    private static final double FAVOURITES = 0.3;
    private static final double CARTS = 0.35;
    private static final double TAKES_OUT = 0.1;

    private static final List<MonthDay> PROMOTIONS = List.of(MonthDay.of(6, 18), MonthDay.of(11, 11));

    private final ZoneId zone;
    private final LocalDate promotion;

    public DemoBehaviour(Instant now, ZoneId zone) {
        this.zone = zone;
        LocalDate today = LocalDate.ofInstant(now, zone);
        this.promotion = Stream.of(today.getYear(), today.getYear() - 1)
                .flatMap(year -> PROMOTIONS.stream().map(day -> day.atYear(year)))
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Every event in its canonical form, person by person. */
    public void forEach(Consumer<String> each) {
        var random = new SplittableRandom(SEED);
        for (int customer = 1; customer <= CUSTOMERS; customer += ONE_CUSTOMER_IN) {
            visit(DemoBuyer.id(customer), random.split(), each);
        }
        for (int stranger = 1; stranger <= STRANGERS; stranger++) {
            visit("demo-visitor-%03d".formatted(stranger), random.split(), each);
        }
    }

    private void visit(String buyer, RandomGenerator random, Consumer<String> each) {
        // The smaller of two draws: the nearer the promotion, the more people.
        int daysBefore = 1 + Math.min(random.nextInt(WARM_UP_DAYS), random.nextInt(WARM_UP_DAYS));
        Instant at = promotion
                .minusDays(daysBefore)
                .atTime(9 + random.nextInt(13), random.nextInt(60), random.nextInt(60))
                .atZone(zone)
                .toInstant();
        int views = 1 + random.nextInt(MOST_VIEWS);
        for (int view = 0; view < views; view++) {
            at = look(buyer, at, random, each);
        }
    }

    private static Instant look(String buyer, Instant from, RandomGenerator random, Consumer<String> each) {
        Category category = DemoCatalogue.CATEGORIES.draw(random);
        String item = "I-%s-%02d".formatted(category.name(), random.nextInt(category.items()));
        Instant at = from.plus(Duration.ofSeconds(10 + random.nextInt(110)));
        each.accept(event(buyer, "VIEW", category, item, at));
        if (random.nextDouble() < FAVOURITES) {
            each.accept(event(buyer, "FAVOURITE", category, item, at.plusSeconds(4)));
        }
        if (random.nextDouble() < CARTS) {
            each.accept(event(buyer, "CART", category, item, at.plusSeconds(7)));
            if (random.nextDouble() < TAKES_OUT) {
                each.accept(event(buyer, "UNCART", category, item, at.plusSeconds(9)));
            }
        }
        return at;
    }

    private static String event(String buyer, String kind, Category category, String item, Instant at) {
        var event = new LinkedHashMap<String, Object>();
        event.put("buyerId", buyer);
        event.put("kind", kind);
        event.put("itemId", item);
        event.put("category", category.name());
        event.put("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
        return JSON.std.asString(event);
    }
}
