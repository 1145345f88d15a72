package dev.groundswell.core.history;

import dev.groundswell.core.behaviour.BehaviourEventReader;
import dev.groundswell.core.behaviour.TaobaoBehaviour;
import dev.groundswell.core.format.Conversion;
import dev.groundswell.core.format.MappedRows;
import dev.groundswell.core.format.OrderFormat;
import dev.groundswell.core.format.OrderFormats;
import dev.groundswell.core.format.TaobaoExport;
import dev.groundswell.core.order.OrderChangeReader;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns a file's rows into what goes on the queue, or says why they do not. */
interface RowConversion {

    /** Takes every row as it is. */
    RowConversion UNCHANGED = rows -> new Outcome.Taken(rows.getFirst());

    /** What came of the rows of an order, or of an event's one row. */
    sealed interface Outcome {
        /** @param values a canonical order change or a behaviour event that its reader accepts */
        record Taken(Map<String, Object> values) implements Outcome {}

        record Rejected(Rejection rejection) implements Outcome {}

        record Skipped(String reason) implements Outcome {}
    }

    /** @param rows at least one; more only where {@link #goTogether} says so */
    Outcome convert(List<Map<String, Object>> rows);

    /** Whether a row belongs to the order of the row right before it. */
    default boolean goTogether(Map<String, Object> row, Map<String, Object> next) {
        return false;
    }

    /** The same, with what the rows of a block need from elsewhere at hand. */
    default RowConversion preparedFor(List<Map<String, Object>> rows) {
        return this;
    }

    /** @param itemRows finds the rows of the item file, where there is one */
    static RowConversion of(FileToRead file, Store store, TaobaoJoin.ItemRows itemRows) {
        var reader = new OrderChangeReader(store.currency());
        return switch (file.format()) {
            case MAPPED_CSV ->
                new MappedOrders(
                        new MappedRows(Objects.requireNonNull(file.mapping()), store.currency(), store.zone()), reader);
            case BEHAVIOUR_EVENTS -> new Events(new BehaviourEventReader());
            case TAOBAO_BEHAVIOUR -> new TaobaoEvents(new TaobaoBehaviour());
            case TAOBAO_EXPORT ->
                file.itemFile() == null
                        ? new Orders(new TaobaoExport(), reader)
                        : new TaobaoJoin(new TaobaoExport(), reader, itemRows, Map.of());
            case ORDER_CHANGES, TAOBAO_TRADES, SHOPIFY, WOOCOMMERCE ->
                new Orders(OrderFormats.of(file.format(), store.zone()).orElseThrow(), reader);
        };
    }

    /** Orders of one record each. */
    record Orders(OrderFormat format, OrderChangeReader reader) implements RowConversion {

        @Override
        public Outcome convert(List<Map<String, Object>> rows) {
            return read(format.convert(rows.getFirst()), reader);
        }

        static Outcome read(Conversion conversion, OrderChangeReader reader) {
            return switch (conversion) {
                case Conversion.NotAnOrder(var reason) -> new Outcome.Skipped(reason);
                case Conversion.Refused(var rejection) -> new Outcome.Rejected(rejection);
                case Conversion.Change(var values) ->
                    switch (reader.read(values)) {
                        case OrderChangeReader.Outcome.Valid _ -> new Outcome.Taken(values);
                        case OrderChangeReader.Outcome.Invalid(var rejection) -> new Outcome.Rejected(rejection);
                    };
            };
        }
    }

    /** Orders of one row or several. */
    record MappedOrders(MappedRows format, OrderChangeReader reader) implements RowConversion {

        @Override
        public Outcome convert(List<Map<String, Object>> rows) {
            return Orders.read(format.convert(rows), reader);
        }

        @Override
        public boolean goTogether(Map<String, Object> row, Map<String, Object> next) {
            return format.sameOrder(row, next);
        }
    }

    /** Behaviour in our own form. */
    record Events(BehaviourEventReader reader) implements RowConversion {

        @Override
        public Outcome convert(List<Map<String, Object>> rows) {
            return read(reader.read(rows.getFirst()));
        }

        static Outcome read(BehaviourEventReader.Outcome outcome) {
            return switch (outcome) {
                case BehaviourEventReader.Outcome.Valid(var event) -> new Outcome.Taken(event.values());
                case BehaviourEventReader.Outcome.Invalid(var rejection) -> new Outcome.Rejected(rejection);
            };
        }
    }

    /** Behaviour in Taobao's form; columns without a header keep their order. */
    record TaobaoEvents(TaobaoBehaviour format) implements RowConversion {

        @Override
        public Outcome convert(List<Map<String, Object>> rows) {
            return Events.read(format.read(
                    rows.getFirst().values().stream().map(String::valueOf).toList()));
        }
    }
}
