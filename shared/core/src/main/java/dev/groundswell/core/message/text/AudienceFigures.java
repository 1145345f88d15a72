package dev.groundswell.core.message.text;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.order.BuyerId;
import java.util.List;
import java.util.Map;

/**
 * What is known of those whom a message is for.
 *
 * @param members how many they are
 * @param lacking how many of them have no value for a variable, by its name; those that nobody asked for are not there
 * @param sample  some of them, whom the channel reaches
 */
public record AudienceFigures(long members, Map<String, Lacking> lacking, List<Recipient> sample) {

    /** Nobody was asked about. */
    public static final AudienceFigures NONE = new AudienceFigures(0, Map.of(), List.of());

    /** @param isExact whether they were counted; otherwise it is reckoned from a sample */
    public record Lacking(long members, boolean isExact) {}

    /** One of them. */
    public record Recipient(BuyerId buyer, Address address, Variables variables) {

        /** Never an address in a log. */
        @Override
        public String toString() {
            return "Recipient[" + buyer + "]";
        }
    }

    public AudienceFigures {
        lacking = Map.copyOf(lacking);
        sample = List.copyOf(sample);
    }
}
