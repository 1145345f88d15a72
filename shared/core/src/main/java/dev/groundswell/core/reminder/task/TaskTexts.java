package dev.groundswell.core.reminder.task;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import dev.groundswell.core.time.DailyHours;
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
     * The first one that fits.
     *
     * @param time of the store's day
     */
    public Wording wording(int ordinal, CustomerAge customer, LocalTime time) {
        return texts.stream()
                .filter(text -> text.fits(ordinal, customer, time))
                .findFirst()
                .map(Text::wording)
                .orElseThrow(() -> new IllegalStateException("No text is for reminder " + ordinal + "."));
    }

    /**
     * @param ordinal   only of the first or second reminder; empty for both
     * @param customers only to these; empty for all
     * @param hours     only at this time of the store's day; empty for any time
     */
    public record Text(
            Optional<Integer> ordinal, Optional<CustomerAge> customers, Optional<TimeOfDay> hours, Wording wording) {

        private boolean fits(int wanted, CustomerAge customer, LocalTime time) {
            return isFor(wanted)
                    && customers.map(customer::equals).orElse(true)
                    && hours.map(each -> each.contains(time)).orElse(true);
        }

        boolean isFor(int wanted) {
            return ordinal.map(only -> only == wanted).orElse(true);
        }

        /** Whether it fits all customers at all times. */
        boolean isForAll() {
            return customers.isEmpty() && hours.isEmpty();
        }
    }

    /** @param until behind the last instant; may lie before {@code from}, then it is of the next day */
    public record TimeOfDay(LocalTime from, LocalTime until) {

        private boolean contains(LocalTime time) {
            return new DailyHours(from, until).contain(time);
        }
    }
}
