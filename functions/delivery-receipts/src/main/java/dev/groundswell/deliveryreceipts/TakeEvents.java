package dev.groundswell.deliveryreceipts;

import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.core.link.CountClick;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.receipt.OptOut;
import dev.groundswell.core.message.receipt.ProviderEvent;
import dev.groundswell.core.message.receipt.ProviderEvent.Answered;
import dev.groundswell.core.message.receipt.ProviderEvent.NoNews;
import dev.groundswell.core.message.receipt.ProviderEvent.Reported;
import dev.groundswell.core.message.receipt.ProviderEvent.Traced;
import dev.groundswell.core.message.receipt.ProviderEvent.Unreadable;
import dev.groundswell.core.message.receipt.ProviderEvent.Unsubscribed;
import dev.groundswell.core.message.receipt.Receipt;
import dev.groundswell.core.message.receipt.SettleReceipts;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does what the messages of a batch tell, the receipts of each store together. */
final class TakeEvents {

    /** So long whoever sent a message may take to write down what the provider called it. */
    private static final Duration UNTIL_WRITTEN_DOWN = Duration.ofMinutes(5);

    private static final String BY_ANSWER = "sms-reply";
    private static final String BY_MAILBOX = "mailbox";

    private final StoresOfEvents stores;
    private final SettleReceipts settling;
    private final OptOut optOut;
    private final CountClick clicks;
    private final InstantSource time;

    TakeEvents(StoresOfEvents stores, SettleReceipts settling, OptOut optOut, CountClick clicks, InstantSource time) {
        this.stores = stores;
        this.settling = settling;
        this.optOut = optOut;
        this.clicks = clicks;
        this.time = time;
    }

    /** @return the queue's messages that must come again */
    Set<String> take(List<Told> told, FunctionLog log) {
        var batch = new Batch(log);
        told.forEach(batch::take);
        batch.settle();
        return batch.failed;
    }

    /** One call. */
    private final class Batch {

        private final FunctionLog log;
        private final Set<String> failed = new LinkedHashSet<>();
        private final Map<StoreId, Map<Place, Receipt>> receipts = new LinkedHashMap<>();

        /** @param number within the batch: a message may tell of the same thing twice */
        private record Place(String message, int number) {}

        Batch(FunctionLog log) {
            this.log = log;
        }

        void take(Told told) {
            try {
                switch (told) {
                    case Told.Clicked(var _, var store, var click) -> clicks.count(store, click.code(), click.at());
                    case Told.ByProvider(var message, var store, var event, var _) -> take(message, store, event);
                }
            } catch (RuntimeException failure) {
                log.error("delivery-event-failed", failure, "message", told.message());
                failed.add(told.message());
            }
        }

        /** The store that signed an event, where one did, counts more than what the event says. */
        private void take(String message, Optional<StoreId> named, ProviderEvent event) {
            switch (event) {
                case Reported(var store, var receipt) -> add(message, stores.of(named.or(() -> store)), receipt);
                case Traced traced -> trace(message, named, traced);
                case Answered answer -> answered(named, answer);
                case Unsubscribed(var store, var from, var at) ->
                    unsubscribe(stores.of(named.or(() -> store)), from, at);
                case NoNews _ -> {
                    // Providers tell more than anybody asks for.
                }
                case Unreadable _ -> failed.add(message);
            }
        }

        private void add(String message, StoreId store, Receipt receipt) {
            var ofStore = receipts.computeIfAbsent(store, _ -> new LinkedHashMap<>());
            ofStore.put(new Place(message, ofStore.size()), receipt);
        }

        private void trace(String message, Optional<StoreId> named, Traced event) {
            var found = stores.tracing(named, event);
            if (found.isPresent()) {
                add(message, found.get().store(), found.get().receipt());
            } else if (time.instant().isBefore(event.at().plus(UNTIL_WRITTEN_DOWN))) {
                failed.add(message);
            }
        }

        private void answered(Optional<StoreId> named, Answered answer) {
            if (!OptOut.isMeantBy(answer.text())) {
                return;
            }
            var address = AddressKey.of(answer.from());
            for (var store : stores.sendingTo(named, address)) {
                optOut.of(store, address, new Barring(true, answer.at(), BY_ANSWER, answer.id()));
            }
        }

        private void unsubscribe(StoreId store, MessageId message, Instant at) {
            optOut.of(store, message.address(), new Barring(true, at, BY_MAILBOX, message.toString()));
        }

        void settle() {
            var unknown = new HashMap<StoreId, Integer>();
            receipts.forEach((store, ofStore) -> {
                var result = settling.settle(store, ofStore);
                result.failures().forEach((place, failure) -> {
                    log.error("receipt-not-settled", failure, "message", place.message());
                    failed.add(place.message());
                });
                if (!result.foreign().isEmpty()) {
                    log.warn(
                            "receipts-of-another-provider",
                            "store",
                            store,
                            "count",
                            result.foreign().size());
                }
                if (!result.unknown().isEmpty()) {
                    unknown.put(store, result.unknown().size());
                }
            });
            unknown.forEach((store, count) -> log.warn("receipts-of-no-message", "store", store, "count", count));
        }
    }
}
