package dev.groundswell.core.customer;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.store.StoreId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Forgets who a buyer is: name, phone and e-mail address of everything ordered until now, also where it is imported again. What
 * was ordered and paid stays, without a person to it, and so does what became of messages, without an address. The addresses are
 * barred first, by their hashes, which is all that is left of them, and taken out of the buyer's messages; the erasure is noted
 * last, so that this can be done again, and whoever reads the buyer's history next takes the contacts out of the orders.
 */
public final class EraseCustomer {

    private static final String SOURCE = "erasure";

    private final BuyerHistories histories;
    private final Erasures erasures;
    private final Standings standings;
    private final Messages messages;
    private final InstantSource time;

    public EraseCustomer(
            BuyerHistories histories, Erasures erasures, Standings standings, Messages messages, InstantSource time) {
        this.histories = histories;
        this.erasures = erasures;
        this.standings = standings;
        this.messages = messages;
        this.time = time;
    }

    /**
     * Again, nothing changes.
     *
     * @param by who asked for it, 1 to {@link Barring#MAX_BY} characters
     * @return false if there is no such buyer
     */
    public boolean erase(StoreId store, BuyerId buyer, String by) {
        var history = histories.ofBuyer(store, buyer);
        if (history.isEmpty()) {
            return false;
        }
        var barring = new Barring(true, time.instant(), SOURCE, by);
        var addresses = history.orders().stream()
                .flatMap(EraseCustomer::addresses)
                .map(AddressKey::of)
                .distinct()
                .toList();
        addresses.forEach(address -> standings.note(store, address, Bar.UNSUBSCRIBED, barring));
        addresses.forEach(address -> messages.forget(store, address, buyer));
        erasures.erase(store, buyer, barring.at(), by);
        return true;
    }

    private static Stream<Address> addresses(Order order) {
        var contact = order.contact();
        var phone = Optional.ofNullable(contact.phone())
                .flatMap(written -> Phone.parse(written, order.region().country()));
        var email = Optional.ofNullable(contact.email()).flatMap(Email::parse);
        return Stream.concat(phone.<Address>map(found -> found).stream(), email.<Address>map(found -> found).stream());
    }
}
