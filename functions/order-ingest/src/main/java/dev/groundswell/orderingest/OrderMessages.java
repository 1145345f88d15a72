package dev.groundswell.orderingest;

import dev.groundswell.cloud.event.QueueEvent.Message;
import dev.groundswell.cloud.order.OrderChangeText;
import dev.groundswell.core.order.IngestOrderChanges;
import dev.groundswell.core.order.IngestOrderChanges.InvalidChange;
import dev.groundswell.core.order.IngestOrderChanges.ValidChange;
import dev.groundswell.core.order.OrderChangeReader;
import dev.groundswell.core.order.OrderChangeReader.Outcome;
import dev.groundswell.core.order.OrderSource;
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
import java.util.function.Function;

/** Reads the queue's messages into order changes. */
final class OrderMessages {

    /** The message attribute that names the store. */
    static final String STORE = "store";

    /** The message attribute that names the door its changes came through; {@link OrderSource#LIVE} without it. */
    static final String SOURCE = "source";

    private final Stores stores;
    private final StoreId defaultStore;

    /** @param defaultStore whose a message is that names none */
    OrderMessages(Stores stores, StoreId defaultStore) {
        this.stores = stores;
        this.defaultStore = defaultStore;
    }

    /**
     * What the messages of a batch hold.
     *
     * @param validOf    the valid changes, by the message they came in
     * @param unreadable ids of the messages of which nothing can be read, with the reason
     */
    record Batch(Map<String, List<ValidChange>> validOf, List<InvalidChange> invalid, Map<String, String> unreadable) {

        Collection<ValidChange> valid() {
            return validOf.values().stream().flatMap(List::stream).toList();
        }

        /** The messages that must come again: unreadable ones, until they are dead letters, and those not fully written. */
        List<String> toBeTriedAgain(IngestOrderChanges.Result result) {
            var failed = new LinkedHashSet<>(unreadable.keySet());
            validOf.forEach((message, changes) -> {
                if (changes.stream().anyMatch(result::failed)) {
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
            } catch (OrderChangeText.UnreadableException unreadable) {
                batch.unreadable().put(message.id(), String.valueOf(unreadable.getMessage()));
            }
        }
        return batch;
    }

    private void read(Message message, Batch batch) {
        var written = message.attribute(STORE).orElse(defaultStore.value());
        var store = StoreId.isValid(written) ? stores.find(new StoreId(written)) : Optional.<Store>empty();
        if (store.isEmpty()) {
            batch.unreadable().put(message.id(), "There is no store '" + written + "'.");
            return;
        }
        var source = source(message);
        if (source.isEmpty()) {
            batch.unreadable()
                    .put(
                            message.id(),
                            "No source of orders is named '"
                                    + message.attribute(SOURCE).orElse("") + "'.");
            return;
        }
        var changes = OrderChangeText.read(message.body());
        var reader = new OrderChangeReader(store.get().currency());
        var valid = new ArrayList<ValidChange>();
        for (var i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            var rejected = rejectedAs(message, i, change.text());
            switch (outcome(change, reader)) {
                case Outcome.Valid(var order) ->
                    valid.add(new ValidChange(store.get().id(), order.from(source.get()), rejected));
                case Outcome.Invalid(var rejection) ->
                    batch.invalid().add(new InvalidChange(store.get().id(), rejected.apply(rejection)));
            }
        }
        batch.validOf().put(message.id(), valid);
    }

    private static Optional<OrderSource> source(Message message) {
        var written = message.attribute(SOURCE).orElse(OrderSource.LIVE.value());
        return OrderSource.isValid(written) ? Optional.of(new OrderSource(written)) : Optional.empty();
    }

    private static Outcome outcome(OrderChangeText change, OrderChangeReader reader) {
        return change.values()
                .map(reader::read)
                .orElseGet(() -> new Outcome.Invalid(
                        new Rejection(RejectionCode.INVALID, "", "An order change must be an object.")));
    }

    /** The id is of the message and the place in it: a second delivery replaces the first one's. */
    private static Function<Rejection, RejectedChange> rejectedAs(Message message, int place, String original) {
        var id = FixedWidth.format(message.sentAt()) + "-" + message.id() + String.format(Locale.ROOT, "-%05d", place);
        return rejection -> new RejectedChange(id, message.sentAt(), rejection, original);
    }
}
