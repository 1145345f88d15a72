package dev.groundswell.core.reminder;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.order.Order;
import java.util.Optional;

/** Where an order's reminders go: to the address that stands on it, for that is the one its buyer gave for this purchase. */
public sealed interface ReminderAddress {

    record Known(Address address) implements ReminderAddress {}

    /** @param reason {@link DropReason#NO_ADDRESS} or {@link DropReason#INVALID_ADDRESS} */
    record Lacking(DropReason reason) implements ReminderAddress {}

    static ReminderAddress of(Order order, Channel channel) {
        var contact = order.contact();
        var written = switch (channel) {
            case SMS -> contact.phone();
            case EMAIL -> contact.email();
        };
        if (written == null || written.isBlank()) {
            return new Lacking(DropReason.NO_ADDRESS);
        }
        Optional<? extends Address> read = switch (channel) {
            case SMS -> Phone.parse(written, order.region().country());
            case EMAIL -> Email.parse(written);
        };
        return read.<ReminderAddress>map(Known::new).orElseGet(() -> new Lacking(DropReason.INVALID_ADDRESS));
    }
}
