package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.DropReason;
import java.util.List;
import java.util.Map;

/** How many reminders are not sent for a reason. */
record DroppedCount(DropReason reason, long count) {

    /** In the order of the reasons. */
    static List<DroppedCount> all(Map<DropReason, ? extends Number> dropped) {
        return dropped.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new DroppedCount(entry.getKey(), entry.getValue().longValue()))
                .toList();
    }
}
