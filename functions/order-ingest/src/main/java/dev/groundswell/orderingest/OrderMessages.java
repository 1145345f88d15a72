package dev.groundswell.orderingest;

import dev.groundswell.cloud.event.QueueEvent.Message;
import dev.groundswell.cloud.order.OrderChangeQueue;
import dev.groundswell.cloud.order.PlatformOrderQueue;
import dev.groundswell.cloud.queue.JsonQueue;
import dev.groundswell.cloud.queue.JsonText;
import dev.groundswell.core.format.Conversion;
import dev.groundswell.core.format.OrderFormat;
import dev.groundswell.core.format.OrderFormats;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.order.IngestOrderChanges;
import dev.groundswell.core.order.IngestOrderChanges.InvalidChange;
import dev.groundswell.core.order.IngestOrderChanges.ValidChange;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderChangeReader;
import dev.groundswell.core.order.OrderChangeReader.Outcome;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.Stores;
import dev.groundswell.core.taobao.FetchTrade;
import dev.groundswell.core.taobao.TradeReader.Reading;
import dev.groundswell.core.time.FixedWidth;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final Stores stores;
    private final StoreId defaultStore;
    private final FetchTrade trades;

    /** @param defaultStore whose a message is that names none */
    OrderMessages(Stores stores, StoreId defaultStore, FetchTrade trades) {
        this.stores = stores;
        this.defaultStore = defaultStore;
        this.trades = trades;
    }

    /**
     * What the messages of a batch hold.
     *
     * @param validOf    the valid changes, by the message they came in
     * @param skipped    why records bring no order, and need not
     * @param unreadable ids of the messages of which nothing can be read, with the reason
     * @param postponed  ids of the messages that can be read later, with the reason
     */
    record Batch(
            Map<String, List<ValidChange>> validOf,
            List<InvalidChange> invalid,
            List<String> skipped,
            Map<String, String> unreadable,
            Map<String, String> postponed) {

        static Batch empty() {
            return new Batch(
                    new LinkedHashMap<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>());
        }

        Collection<ValidChange> valid() {
            return validOf.values().stream().flatMap(List::stream).toList();
        }

        /** The messages that must come again: those not read, until they are dead letters, and those not fully written. */
        List<String> toBeTriedAgain(IngestOrderChanges.Result result) {
            var failed = new LinkedHashSet<>(unreadable.keySet());
            failed.addAll(postponed.keySet());
            validOf.forEach((message, changes) -> {
                if (changes.stream().anyMatch(result::failed)) {
                    failed.add(message);
                }
            });
            return List.copyOf(failed);
        }
    }

    Batch read(List<Message> messages) {
        var batch = Batch.empty();
        var taken = new ArrayList<TakenMessage>();
        for (var message : messages) {
            try {
                taken.add(take(message));
            } catch (JsonText.UnreadableException unreadable) {
                batch.unreadable().put(message.id(), String.valueOf(unreadable.getMessage()));
            }
        }
        var named = NamedTrades.of(taken, trades);
        taken.forEach(message -> sort(message, named, batch));
        return batch;
    }

    private TakenMessage take(Message message) {
        var store = store(message);
        var source = source(message);
        var name = format(message);
        var format = name == SourceFormat.ORDER_CHANGES
                ? Optional.<OrderFormat>of(OrderMessages::canonical)
                : OrderFormats.of(name, store.zone());
        return TakenMessage.of(
                message,
                store,
                source,
                name,
                format.orElseThrow(
                        () -> new JsonText.UnreadableException("No message is of the format " + name + ".")));
    }

    /** An order change of our own form is read as it is: the reader has the only word. */
    private static Conversion canonical(Map<String, ?> values) {
        return new Conversion.Change(new LinkedHashMap<>(values));
    }

    private Store store(Message message) {
        var written = message.attribute(JsonQueue.STORE).orElse(defaultStore.value());
        var store = StoreId.isValid(written) ? stores.find(new StoreId(written)) : Optional.<Store>empty();
        return store.orElseThrow(() -> new JsonText.UnreadableException("There is no store '" + written + "'."));
    }

    private static OrderSource source(Message message) {
        var written = message.attribute(OrderChangeQueue.SOURCE).orElse(OrderSource.LIVE.value());
        if (!OrderSource.isValid(written)) {
            throw new JsonText.UnreadableException("No source of orders is named '" + written + "'.");
        }
        return new OrderSource(written);
    }

    private static SourceFormat format(Message message) {
        var written = message.attribute(PlatformOrderQueue.FORMAT).orElse(SourceFormat.ORDER_CHANGES.name());
        return Arrays.stream(SourceFormat.values())
                .filter(format -> format.name().equals(written))
                .findFirst()
                .orElseThrow(() -> new JsonText.UnreadableException("No format is named '" + written + "'."));
    }

    private static void sort(TakenMessage taken, NamedTrades named, Batch batch) {
        var store = taken.store();
        var reader = new OrderChangeReader(store.currency());
        var valid = new ArrayList<ValidChange>();
        for (var place = 0; place < taken.parts().size(); place++) {
            var part = taken.parts().get(place);
            var rejected = rejectedAs(taken.message(), place, part.text());
            switch (record(taken, part, reader, named)) {
                case Found.Valid(var order) ->
                    valid.add(new ValidChange(store.id(), order.from(taken.source()), rejected));
                case Found.Invalid(var rejection) ->
                    batch.invalid().add(new InvalidChange(store.id(), rejected.apply(rejection)));
                case Found.Skipped(var reason) -> batch.skipped().add(reason);
                case Found.Postponed(var reason) ->
                    batch.postponed().put(taken.message().id(), reason);
            }
        }
        batch.validOf().put(taken.message().id(), valid);
    }

    /** What a record turned out to be. */
    private sealed interface Found {
        record Valid(Order order) implements Found {}

        record Invalid(Rejection rejection) implements Found {}

        record Skipped(String reason) implements Found {}

        record Postponed(String reason) implements Found {}
    }

    private static Found record(
            TakenMessage taken, TakenMessage.Part part, OrderChangeReader reader, NamedTrades named) {
        if (part.named().isEmpty()) {
            return converted(taken.format().convertRecord(part.value()), reader);
        }
        return switch (named.of(taken.store().id(), part.named().get())) {
            case Reading.Found(var trade) -> converted(taken.format().convert(trade), reader);
            case Reading.Refused(var reason) -> notRead(reason);
            case Reading.NotPermitted(var reason) -> notRead(reason);
            case Reading.NotNow(var reason) -> new Found.Postponed(reason);
        };
    }

    private static Found notRead(String reason) {
        return new Found.Invalid(new Rejection(RejectionCode.INVALID, "tid", reason));
    }

    private static Found converted(Conversion conversion, OrderChangeReader reader) {
        return switch (conversion) {
            case Conversion.Change(var values) ->
                switch (reader.read(values)) {
                    case Outcome.Valid(var order) -> new Found.Valid(order);
                    case Outcome.Invalid(var rejection) -> new Found.Invalid(rejection);
                };
            case Conversion.Refused(var rejection) -> new Found.Invalid(rejection);
            case Conversion.NotAnOrder(var reason) -> new Found.Skipped(reason);
        };
    }

    /** The id is of the message and the place in it: a second delivery replaces the first one's. */
    private static Function<Rejection, RejectedChange> rejectedAs(Message message, int place, String original) {
        var id = FixedWidth.format(message.sentAt()) + "-" + message.id() + String.format(Locale.ROOT, "-%05d", place);
        return rejection -> new RejectedChange(id, message.sentAt(), rejection, original);
    }
}
