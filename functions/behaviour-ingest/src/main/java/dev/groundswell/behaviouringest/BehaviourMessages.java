package dev.groundswell.behaviouringest;

import dev.groundswell.cloud.event.QueueEvent.Message;
import dev.groundswell.cloud.queue.JsonQueue;
import dev.groundswell.cloud.queue.JsonText;
import dev.groundswell.core.behaviour.BehaviourEventReader;
import dev.groundswell.core.behaviour.BehaviourEventReader.Outcome;
import dev.groundswell.core.behaviour.IngestBehaviour;
import dev.groundswell.core.behaviour.IngestBehaviour.InvalidEvent;
import dev.groundswell.core.behaviour.IngestBehaviour.ValidEvent;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.Stores;
import dev.groundswell.core.time.FixedWidth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the queue's messages into events. */
final class BehaviourMessages {

    private final Stores stores;
    private final StoreId defaultStore;
    private final BehaviourEventReader reader = new BehaviourEventReader();

    /** @param defaultStore whose a message is that names none */
    BehaviourMessages(Stores stores, StoreId defaultStore) {
        this.stores = stores;
        this.defaultStore = defaultStore;
    }

    /**
     * What the messages of a batch hold.
     *
     * @param validOf    the valid events, by the message they came in
     * @param unreadable ids of the messages of which nothing can be read, with the reason
     */
    record Batch(Map<String, List<ValidEvent>> validOf, List<InvalidEvent> invalid, Map<String, String> unreadable) {

        Collection<ValidEvent> valid() {
            return validOf.values().stream().flatMap(List::stream).toList();
        }

        /** The messages that must come again: unreadable ones, until they are dead letters, and those not fully kept. */
        List<String> toBeTriedAgain(IngestBehaviour.Result result) {
            var failed = new LinkedHashSet<>(unreadable.keySet());
            validOf.forEach((message, events) -> {
                if (events.stream().anyMatch(result::failed)) {
                    failed.add(message);
                }
            });
            return List.copyOf(failed);
        }
    }

    Batch read(List<Message> messages) {
        var batch = new Batch(new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>());
        for (var message : messages) {
            try {
                read(message, batch);
            } catch (JsonText.UnreadableException unreadable) {
                batch.unreadable().put(message.id(), String.valueOf(unreadable.getMessage()));
            }
        }
        return batch;
    }

    private void read(Message message, Batch batch) {
        var written = message.attribute(JsonQueue.STORE).orElse(defaultStore.value());
        var store = StoreId.isValid(written) ? stores.find(new StoreId(written)) : Optional.<Store>empty();
        if (store.isEmpty()) {
            batch.unreadable().put(message.id(), "There is no store '" + written + "'.");
            return;
        }
        var events = JsonText.read(message.body());
        var valid = new ArrayList<ValidEvent>();
        for (var i = 0; i < events.size(); i++) {
            switch (outcome(events.get(i))) {
                case Outcome.Valid(var event) -> valid.add(new ValidEvent(store.get(), event));
                case Outcome.Invalid(var rejection) ->
                    batch.invalid()
                            .add(new InvalidEvent(
                                    store.get().id(),
                                    rejected(
                                            message, i, rejection, events.get(i).text())));
            }
        }
        batch.validOf().put(message.id(), valid);
    }

    private Outcome outcome(JsonText event) {
        return event.values()
                .map(reader::read)
                .orElseGet(() ->
                        new Outcome.Invalid(new Rejection(RejectionCode.INVALID, "", "An event must be an object.")));
    }

    /** The id is of the message and the place in it: a second delivery replaces the first one's. */
    private static RejectedChange rejected(Message message, int place, Rejection rejection, String original) {
        var id = FixedWidth.format(message.sentAt()) + "-" + message.id() + String.format(Locale.ROOT, "-%05d", place);
        return new RejectedChange(id, message.sentAt(), rejection, original);
    }
}
