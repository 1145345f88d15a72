package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.DropReason;
import java.util.List;
import java.util.Map;

/** How many reminders are not sent for a reason. */
record DroppedCount(DropReason reason, int count) {

    /** In the order of the reasons. */
    static List<DroppedCount> all(Map<DropReason, Integer> dropped) {
        return dropped.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new DroppedCount(entry.getKey(), entry.getValue()))
                .toList();
    }
}
