package dev.groundswell.core.message.route;

import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.route.RoutingChange.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How weight moves among providers, after GOV.UK Notify's: many errors, or slow deliveries, take weight from a provider, which
 * the others so gain; quiet minutes give it back.
 *
 * <p>Notify moves ten points of a hundred at a time, with people watching. Errors move half of a provider's weight here, so
 * that one that fails has none after two looks.
 */
public final class RoutingRules {

    /** So many failed calls, of all workers together, move weight. */
    static final int ERRORS = 50;

    /** In this time. */
    static final Duration ERRORS_WITHIN = Duration.ofSeconds(60);

    /** A delivery that takes longer is slow. */
    public static final Duration SLOW = Duration.ofMinutes(5);

    /** So many percent of slow deliveries move weight. */
    static final int PERCENT_SLOW = 15;

    /** Of those reported in this time. */
    static final Duration DELIVERIES_WITHIN = Duration.ofMinutes(15);

    /** Fewer deliveries say nothing about a provider. */
    static final int ENOUGH_DELIVERIES = 20;

    /** Percent of a provider's weight that errors move at a time. */
    static final int ERROR_STEP = 50;

    /** Percent of a provider's weight that slowness takes, and a quiet minute gives back. */
    static final int STEP = 10;

    /** Between two moves for the same slowness, or two for being quiet. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int FULL = 100;

    private RoutingRules() {}

    /**
     * What moves now.
     *
     * @param providers the active ones of a channel
     * @param health    what was noted of a provider, of one kind
     */
    static List<RoutingChange> judge(
            Routing routing,
            List<Provider> providers,
            BiFunction<Provider, HealthCount.Kind, List<HealthCount>> health,
            Instant now) {
        if (providers.size() < 2) {
            return List.of(); // Nobody could take over.
        }
        return providers.stream()
                .flatMap(provider -> new Judgement(
                                provider,
                                routing.level(provider.id()),
                                health.apply(provider, HealthCount.Kind.CALLS),
                                health.apply(provider, HealthCount.Kind.DELIVERIES),
                                now)
                        .change().stream())
                .toList();
    }

    /** Of one provider. */
    private record Judgement(
            Provider provider,
            Routing.Level level,
            List<HealthCount> answers,
            List<HealthCount> deliveries,
            Instant now) {

        Optional<RoutingChange> change() {
            if (errors(level.movedAt()) >= ERRORS) {
                return moved(-ERROR_STEP, Reason.ERRORS, errors(level.movedAt()) + " errors within a minute" + said());
            }
            if (now.isBefore(level.movedAt().plus(PATIENCE))) {
                return Optional.empty();
            }
            if (isSlow()) {
                return moved(-STEP, Reason.SLOW, slow() + " of " + delivered() + " deliveries took over five minutes");
            }
            return errors(Instant.EPOCH) > 0
                    ? Optional.empty()
                    : moved(STEP, Reason.QUIET, "No error for a minute, and deliveries in time");
        }

        /** Those that moved weight before do not move it again. */
        private int errors(Instant since) {
            return answers.stream()
                    .filter(count -> !count.bucket().isBefore(since) && isWithin(ERRORS_WITHIN, count))
                    .mapToInt(HealthCount::bad)
                    .sum();
        }

        /** In the words of the provider, of the latest error. */
        private String said() {
            return answers.stream()
                    .filter(count -> !count.said().isEmpty())
                    .max(Comparator.comparing(HealthCount::bucket))
                    .map(latest -> ", the last: " + latest.said())
                    .orElse("");
        }

        private boolean isWithin(Duration limit, HealthCount count) {
            return !count.bucket().isBefore(now.minus(limit));
        }

        private int delivered() {
            return deliveries.stream()
                    .filter(count -> isWithin(DELIVERIES_WITHIN, count))
                    .mapToInt(HealthCount::all)
                    .sum();
        }

        private int slow() {
            return deliveries.stream()
                    .filter(count -> isWithin(DELIVERIES_WITHIN, count))
                    .mapToInt(HealthCount::bad)
                    .sum();
        }

        private boolean isSlow() {
            return delivered() >= ENOUGH_DELIVERIES && slow() * FULL >= delivered() * PERCENT_SLOW;
        }

        private Optional<RoutingChange> moved(int by, Reason reason, String detail) {
            var from = level.percent();
            var to = Math.clamp(from + by, 0, FULL);
            return to == from
                    ? Optional.empty()
                    : Optional.of(new RoutingChange(now, provider.id(), from, to, reason, detail));
        }
    }
}
