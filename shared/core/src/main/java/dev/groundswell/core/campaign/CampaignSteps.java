package dev.groundswell.core.campaign;

import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.List;

/** The queue that wakes workers. Its messages are hints: what is to be done, the campaign and its chunks know. */
@FunctionalInterface
public interface CampaignSteps {

    /** @param delay before they are told, at most 15 minutes */
    void wake(StoreId store, List<? extends CampaignStep> steps, Duration delay);
}
