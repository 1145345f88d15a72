package dev.groundswell.core.campaign;

import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@link CampaignSteps} in memory; whoever takes them lets the delays pass. */
public final class CampaignStepsInMemory implements CampaignSteps {

    private final List<CampaignStep> waiting = new ArrayList<>();

    @Override
    public synchronized void wake(StoreId store, List<? extends CampaignStep> steps, Duration delay) {
        waiting.addAll(steps);
    }

    public synchronized List<CampaignStep> take() {
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
