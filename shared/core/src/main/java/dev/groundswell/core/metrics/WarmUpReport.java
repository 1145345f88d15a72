package dev.groundswell.core.metrics;

import dev.groundswell.core.behaviour.BehaviourCounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Behaviour over a range of days.
 *
 * @param newCustomers       people who had no paid order before the day in question
 * @param returningCustomers all others
 * @param series             one point per day, also where nothing happened
 */
public record WarmUpReport(Figures total, Figures newCustomers, Figures returningCustomers, List<Point> series) {

    public WarmUpReport {
        series = List.copyOf(series);
    }

    /**
     * What was counted.
     *
     * @param people  distinct people; empty where they are not known: people are new on one day and returning on another, so
     *                over several days neither group has a number of its own
     * @param beyond  about how many events more there were of people with more of them in a day than are kept
     */
    public record Figures(Optional<People> people, BehaviourCounts events, long beyond) {}

    /**
     * Distinct people.
     *
     * @param estimated whether the numbers come from sketches, with a standard error of 2.3 %
     */
    public record People(long visitors, long favouriters, long carters, boolean estimated) {}

    /** One day of the store's zone. */
    public record Point(LocalDate day, Figures total, Figures newCustomers, Figures returningCustomers) {}
}
