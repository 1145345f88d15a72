package dev.groundswell.orderingest;

import dev.groundswell.cloud.event.QueueEvent.Message;
import dev.groundswell.cloud.order.PlatformOrderQueue;
import dev.groundswell.cloud.queue.JsonText;
import dev.groundswell.core.format.OrderFormat;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.taobao.NamedTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * A message of the queue, taken apart.
 *
 * @param format how its records become order changes
 */
record TakenMessage(Message message, Store store, OrderSource source, OrderFormat format, List<Part> parts) {

    /** The field in which a message of Taobao that was not unpacked carries its text. */
    private static final String CONTENT = "content";

    /**
     * One record of a message.
     *
     * @param value what a JSON reader makes of it
     * @param text  as it came, to be kept if it is rejected
     * @param named the trade that it only names
     */
    record Part(Object value, String text, Optional<NamedTrade> named) {}

    /** @throws JsonText.UnreadableException if the body is not what its attributes say */
    static TakenMessage of(Message message, Store store, OrderSource source, SourceFormat name, OrderFormat format) {
        var parts = JsonText.read(PlatformOrderQueue.body(message)).stream()
                .flatMap(text -> name == SourceFormat.ORDER_CHANGES ? Stream.of(part(text)) : parts(text, name, format))
                .toList();
        return new TakenMessage(message, store, source, format, parts);
    }

    private static Part part(JsonText text) {
        return new Part(value(text), text.text(), Optional.empty());
    }

    /** What is no object is refused later, so its text will do. */
    private static Object value(JsonText text) {
        return text.values().<Object>map(values -> values).orElse(text.text());
    }

    private static Stream<Part> parts(JsonText text, SourceFormat name, OrderFormat format) {
        var isTaobao = name == SourceFormat.TAOBAO_TRADES;
        var records = format.records(isTaobao ? unpacked(value(text)) : value(text));
        var parts = new ArrayList<Part>();
        for (var record : records) {
            var original = records.size() == 1 ? text.text() : JSON.std.asString(record);
            parts.add(new Part(record, original, isTaobao ? NamedTrade.in(record) : Optional.empty()));
        }
        return parts.stream();
    }

    private static Object unpacked(Object value) {
        if (!(value instanceof Map<?, ?> values) || values.get(CONTENT) == null || values.containsKey("tid")) {
            return value;
        }
        try {
            return values.get(CONTENT) instanceof String text ? JSON.std.mapFrom(text) : values.get(CONTENT);
        } catch (JacksonException notJson) {
            return value;
        }
    }
}
