package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.store.StoreId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The queue of steps in memory; of one store. */
public final class AudienceStepsInMemory implements AudienceSteps {

    private final Deque<AudienceStep> waiting = new ArrayDeque<>();

    @Override
    public synchronized void wake(StoreId store, List<AudienceStep> steps) {
        waiting.addAll(steps);
    }

    /** Takes all that waits, the oldest first. */
    public synchronized List<AudienceStep> take() {
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
