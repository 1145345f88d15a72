package dev.groundswell.core.message.receipt;

import static java.util.stream.Collectors.toSet;

import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes down what providers report. A message's entry comes first, and all else follows from what it says then; so a report
 * whose handling ends in between is handled again, and what comes again changes nothing.
 */
public final class SettleReceipts {

    /** What bars that reports set are said to come from. */
    static final String SOURCE = "provider";

    /** Each is a few writes, one after the other, of a few milliseconds. */
    private static final int AT_ONCE = 32;

    private final Messages messages;
    private final Standings standings;
    private final OutcomeCounter counter;
    private final Recipients recipients;
    private final TallyDeliveries tally;

    public SettleReceipts(
            Messages messages,
            Standings standings,
            OutcomeCounter counter,
            Recipients recipients,
            TallyDeliveries tally) {
        this.messages = messages;
        this.standings = standings;
        this.counter = counter;
        this.recipients = recipients;
        this.tally = tally;
    }

    /**
     * What became of a batch, by the receipts' keys.
     *
     * @param settled  the messages as they are then
     * @param unknown  of messages that are not known, or not any more
     * @param foreign  signed by a supplier that was not asked to send the message; they change nothing
     * @param failures those to be handled again
     */
    public record Result<K>(
            Map<K, Messages.Settled> settled, List<K> unknown, List<K> foreign, Map<K, RuntimeException> failures) {}

    /** @param receipts by whatever the caller knows them by */
    public <K> Result<K> settle(StoreId store, Map<K, Receipt> receipts) {
        var result = new Result<K>(
                new LinkedHashMap<>(), new ArrayList<>(), foreign(store, receipts), new LinkedHashMap<>());
        var own = new LinkedHashMap<>(receipts);
        own.keySet().removeAll(result.foreign());
        try (var batch = tally.begin(store)) {
            settle(store, own, batch.mark(), result);
            batch.note(result.settled().values());
        }
        count(store, result);
        return result;
    }

    private <K> void settle(StoreId store, Map<K, Receipt> receipts, String countedBy, Result<K> result) {
        FanOut.over(receipts, AT_ONCE, receipt -> settle(store, receipt, countedBy))
                .forEach((key, outcome) -> {
                    switch (outcome) {
                        case FanOut.Outcome.Done(var settled) ->
                            settled.ifPresentOrElse(
                                    known -> result.settled().put(key, known),
                                    () -> result.unknown().add(key));
                        case FanOut.Outcome.Failed(var cause) ->
                            result.failures().put(key, cause);
                    }
                });
    }

    /** Only what suppliers signed has to be looked at before. */
    private <K> List<K> foreign(StoreId store, Map<K, Receipt> receipts) {
        var signed = new LinkedHashMap<>(receipts);
        signed.values().removeIf(receipt -> receipt.signer().isEmpty());
        if (signed.isEmpty()) {
            return List.of();
        }
        var known = messages.find(
                store, signed.values().stream().map(Receipt::message).collect(toSet()));
        signed.values()
                .removeIf(receipt -> Optional.ofNullable(known.get(receipt.message()))
                        .map(receipt::maySettle)
                        .orElse(true));
        return List.copyOf(signed.keySet());
    }

    private Optional<Messages.Settled> settle(StoreId store, Receipt receipt, String countedBy) {
        var settled = messages.settle(store, receipt.message(), receipt.outcome(), countedBy);
        settled.ifPresent(known -> follow(store, receipt, known.message()));
        return settled;
    }

    private void follow(StoreId store, Receipt receipt, Message message) {
        var address = message.id().address();
        if (receipt.outcome() instanceof Outcome.Delivered(var at, var _)) {
            recipients.reached(store, message.facts().buyer(), address.channel(), at);
        }
        receipt.bar()
                .ifPresent(bar -> standings.note(
                        store,
                        address,
                        bar,
                        new Barring(
                                true,
                                receipt.outcome().at(),
                                SOURCE,
                                message.id().toString())));
    }

    private <K> void count(StoreId store, Result<K> result) {
        if (result.settled().isEmpty()) {
            return;
        }
        try {
            counter.count(
                    store,
                    result.settled().values().stream()
                            .map(Messages.Settled::message)
                            .toList());
        } catch (RuntimeException notCounted) {
            result.settled().keySet().forEach(key -> result.failures().put(key, notCounted));
            result.settled().clear();
        }
    }
}
