package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.store.StoreId;
import java.util.Optional;

/**
 * Writes down what a provider reports. The message's entry comes first, and all else follows from what it says then; so a
 * report whose handling ends in between is handled again, and what comes again changes nothing.
 */
public final class SettleReceipt {

    /** What bars that providers' reports set are said to come from. */
    static final String SOURCE = "provider";

    private final Messages messages;
    private final Standings standings;
    private final OutcomeCounter counter;
    private final Recipients recipients;

    public SettleReceipt(
            Messages messages, Standings standings, OutcomeCounter counter, Recipients recipients) {
        this.messages = messages;
        this.standings = standings;
        this.counter = counter;
        this.recipients = recipients;
    }

    /** @return the message as it is then, and whether this was news; empty if no such message is known */
    public Optional<Messages.Settled> settle(StoreId store, Receipt receipt) {
        var settled = messages.settle(store, receipt.message(), receipt.outcome());
        settled.ifPresent(known -> follow(store, receipt, known.message()));
        return settled;
    }

    private void follow(StoreId store, Receipt receipt, Message message) {
        counter.count(store, message);
        if (receipt.outcome() instanceof Outcome.Delivered(var at, _)) {
            recipients.reached(store, message.facts().buyer(), message.id().address().channel(), at);
        }
        receipt.bar()
                .ifPresent(bar -> standings.note(
                        store,
                        message.id().address(),
                        bar,
                        new Barring(true, receipt.outcome().at(), SOURCE, message.id().toString())));
    }
}
