package dev.groundswell.core.metrics;

import dev.groundswell.core.time.Granule;
import java.util.Comparator;

/** What one set of counters is of: a granule, and the new or the returning customers in it. */
public record CounterKey(Granule granule, Cohort cohort) implements Comparable<CounterKey> {

    private static final Comparator<CounterKey> ORDER = Comparator.comparing(
                    (CounterKey key) -> key.granule().granularity())
            .thenComparing(key -> key.granule().start())
            .thenComparing(CounterKey::cohort);

    @Override
    public int compareTo(CounterKey other) {
        return ORDER.compare(this, other);
    }
}
