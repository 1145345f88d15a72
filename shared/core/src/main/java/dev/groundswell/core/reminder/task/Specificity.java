package dev.groundswell.core.reminder.task;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Something by which tasks are narrowed. Of several tasks that fit an order, the one that is narrowed more by the weightiest
 * thing is for it; of two that are narrowed alike, the older one.
 *
 * @param weight greater for a task that is narrowed more
 * @param words  what of an order it is about
 */
record Specificity(ToIntFunction<ReminderTask> weight, String words) {

    /** The weightiest first. */
    private static final List<Specificity> ALL = List.of(
            new Specificity(Specificity::weightOfItems, "items"),
            new Specificity(task -> weight(!task.conditions().amounts().isEmpty()), "amount"),
            new Specificity(task -> weight(task.conditions().customers().isPresent()), "customer"),
            new Specificity(task -> weight(task.dates().isNarrow()), "date"));

    /** The most specific one first; no two tasks are equal. */
    static final Comparator<ReminderTask> ORDER = ALL.stream()
            .map(each -> Comparator.comparingInt(each.weight()).reversed())
            .reduce(Comparator::thenComparing)
            .orElseThrow()
            .thenComparing(ReminderTask::id);

    /** Why one task goes before another, in words. */
    static String why(ReminderTask first, ReminderTask second) {
        var name = "'" + first.name() + "'";
        return ALL.stream()
                .filter(each -> each.weight.applyAsInt(first) > each.weight.applyAsInt(second))
                .findFirst()
                .map(each -> name + " says more exactly which orders it is for, by their " + each.words + ".")
                .orElse(name + " is older, and says no less exactly which orders it is for.");
    }

    private static int weightOfItems(ReminderTask task) {
        return switch (task.conditions().items()) {
            case ItemChoice.All _ -> 0;
            case ItemChoice.AllBut _ -> 1;
            case ItemChoice.Only _ -> 2;
        };
    }

    private static int weight(boolean isNarrowed) {
        return isNarrowed ? 1 : 0;
    }
}
