package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.store.StoreId;

/**
 * Somebody at an address wants no more messages. The address is barred first, which every sender reads before it sends; then
 * all buyers who ever got a message there are known to have said so, which segments and the customer's page tell.
 */
public final class OptOut {

    private final Standings standings;
    private final Messages messages;
    private final OptOuts people;

    public OptOut(Standings standings, Messages messages, OptOuts people) {
        this.standings = standings;
        this.messages = messages;
        this.people = people;
    }

    /** Whether somebody who answers this wants no more. */
    public static boolean isMeantBy(String answer) {
        return Answers.isOptOut(answer);
    }

    /**
     * Again, nothing changes.
     *
     * @return what counts then: this one, or a later one that was known
     */
    public Barring of(StoreId store, AddressKey address, Barring said) {
        var counts = standings.note(store, address, Bar.UNSUBSCRIBED, said);
        messages.ofAddress(store, address).stream()
                .map(Message::facts)
                .map(Message.Facts::buyer)
                .distinct()
                .forEach(
                        buyer -> people.optedOut(store, buyer, address.channel(), said.at(), said.source(), said.by()));
        return counts;
    }
}
