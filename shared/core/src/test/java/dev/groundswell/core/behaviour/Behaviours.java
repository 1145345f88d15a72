package dev.groundswell.core.behaviour;

import dev.groundswell.core.order.BuyerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Random behaviour over the months of {@link dev.groundswell.core.order.Histories}, of its buyers and of some who never order. */
public final class Behaviours {

    private static final Instant BEGINNING = Instant.parse("2019-12-20T15:00:00Z");
    private static final int SECONDS = 130 * 24 * 3600;

    /** So few, that the same item is favourited, taken out, carted and bought. */
    private static final int ITEMS = 4;

    private static final List<BehaviourKind> KINDS = List.of(BehaviourKind.values());

    private Behaviours() {}

    public static List<BehaviourEvent> events(RandomGenerator random, int events, int buyers) {
        var all = new ArrayList<BehaviourEvent>();
        for (var i = 0; i < events; i++) {
            var buyer = random.nextInt(4) == 0 ? "V" + random.nextInt(3) : "B" + random.nextInt(buyers);
            all.add(anEvent(buyer, kind(random), "I" + random.nextInt(ITEMS), category(random), time(random)));
        }
        return all;
    }

    public static BehaviourEvent anEvent(
            String buyer, BehaviourKind kind, String item, @Nullable String category, String at) {
        return anEvent(buyer, kind, item, category, Instant.parse(at));
    }

    private static BehaviourEvent anEvent(
            String buyer, BehaviourKind kind, String item, @Nullable String category, Instant at) {
        return new BehaviourEvent(new BuyerId(buyer), kind, item, category, at);
    }

    private static BehaviourKind kind(RandomGenerator random) {
        return KINDS.get(random.nextInt(KINDS.size()));
    }

    private static @Nullable String category(RandomGenerator random) {
        return random.nextBoolean() ? null : "C" + random.nextInt(2);
    }

    /** Often one of few instants, so that events meet in one second. */
    private static Instant time(RandomGenerator random) {
        var second = random.nextInt(3) == 0 ? random.nextInt(5) * (SECONDS / 5) : random.nextInt(SECONDS);
        return BEGINNING.plusSeconds(second).plusMillis(random.nextInt(3) == 0 ? 250 : 0);
    }
}
