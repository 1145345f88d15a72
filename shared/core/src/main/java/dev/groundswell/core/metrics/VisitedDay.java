package dev.groundswell.core.metrics;

import dev.groundswell.core.behaviour.BehaviourCounts;

/**
 * What one buyer's behaviour of a day contributes.
 *
 * @param cohort new, unless the buyer has a paid order of an earlier day
 * @param beyond about how many events more there were than are kept
 */
public record VisitedDay(Cohort cohort, BehaviourCounts events, long beyond) {

    WarmUpCounts counts() {
        return WarmUpCounts.ofPerson(events, beyond);
    }
}
