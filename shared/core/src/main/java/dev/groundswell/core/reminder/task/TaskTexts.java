package dev.groundswell.core.reminder.task;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What a task's messages say: the first text that fits counts.
 *
 * @param texts at least one, all of the task's channel; the last one of each ordinal fits always
 */
public record TaskTexts(Channel channel, List<Text> texts) {

    public TaskTexts {
        texts = List.copyOf(texts);
    }

    /**
     * @param ordinal   only of the first or second reminder; empty for both
     * @param customers only to these; empty for all
     * @param hours     only at this time of the store's day; empty for any time
     */
    public record Text(
            Optional<Integer> ordinal, Optional<CustomerAge> customers, Optional<TimeOfDay> hours, Wording wording) {}

    /** @param until behind the last instant; may lie before {@code from}, then it is of the next day */
    public record TimeOfDay(LocalTime from, LocalTime until) {}
}
