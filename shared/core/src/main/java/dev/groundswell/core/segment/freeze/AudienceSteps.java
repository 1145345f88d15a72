package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.store.StoreId;
import java.util.List;

/** The queue that wakes workers. Its messages are hints: what is to be done, the audience itself knows. */
@FunctionalInterface
public interface AudienceSteps {

    void wake(StoreId store, List<AudienceStep> steps);
}
