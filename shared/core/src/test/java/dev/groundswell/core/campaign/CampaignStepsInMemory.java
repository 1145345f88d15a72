package dev.groundswell.core.campaign;

import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link CampaignSteps} in memory; whoever takes them lets the delays pass. */
public final class CampaignStepsInMemory implements CampaignSteps {

    private final List<CampaignStep> waiting = new ArrayList<>();
    private @Nullable Consumer<CampaignStep> atOnce;

    @Override
    public synchronized void wake(StoreId store, List<? extends CampaignStep> steps, Duration delay) {
        if (atOnce != null && delay.isZero()) {
            steps.forEach(atOnce);
            return;
        }
        waiting.addAll(steps);
    }

    /** From now on, whoever wakes somebody finds that they are done before the waking comes back; but those who are told later wait. */
    public synchronized void tellAtOnce(Consumer<CampaignStep> worker) {
        atOnce = worker;
    }

    /** How many of a kind wait. */
    public synchronized long waiting(Class<? extends CampaignStep> kind) {
        return waiting.stream().filter(kind::isInstance).count();
    }

    public synchronized List<CampaignStep> take() {
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
