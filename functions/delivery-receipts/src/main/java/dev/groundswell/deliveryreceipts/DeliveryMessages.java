package dev.groundswell.deliveryreceipts;

import dev.groundswell.cloud.event.QueueEvent.Message;
import dev.groundswell.cloud.message.receipt.DeliveryEventQueue;
import dev.groundswell.cloud.message.receipt.DeliveryEventQueue.Click;
import dev.groundswell.cloud.queue.JsonQueue;
import dev.groundswell.cloud.queue.JsonText;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.receipt.ProviderEvent.Unreadable;
import dev.groundswell.core.message.receipt.ProviderEventReader;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Reads the queue's messages: events as providers write them, one or an array of them; inside what SNS or EventBridge puts
 * around them, or bare.
 */
final class DeliveryMessages {

    private final StoreId defaultStore;
    private final ProviderEventReader reader = new ProviderEventReader();

    DeliveryMessages(StoreId defaultStore) {
        this.defaultStore = defaultStore;
    }

    /** @param unreadable ids of the messages that nothing can be read of, with the reason */
    record Batch(List<Told> told, Map<String, String> unreadable) {}

    Batch read(List<Message> messages) {
        var batch = new Batch(new ArrayList<>(), new LinkedHashMap<>());
        for (var message : messages) {
            try {
                var told = read(message);
                told.stream()
                        .flatMap(DeliveryMessages::whyUnreadable)
                        .findFirst()
                        .ifPresent(why -> batch.unreadable().put(message.id(), why));
                batch.told().addAll(told);
            } catch (JsonText.UnreadableException | JacksonException notJson) {
                batch.unreadable().put(message.id(), "It is not JSON.");
            }
        }
        return batch;
    }

    private static Stream<String> whyUnreadable(Told told) {
        return told instanceof Told.ByProvider(var _, var _, Unreadable(var why), var _)
                ? Stream.of(why)
                : Stream.empty();
    }

    private List<Told> read(Message message) {
        return JsonText.read(message.body()).stream()
                .map(object -> told(message, bare(object.values().orElse(Map.of()))))
                .toList();
    }

    private Told told(Message message, Map<String, Object> event) {
        var store = message.attribute(JsonQueue.STORE).filter(StoreId::isValid).map(StoreId::new);
        var signer = message.attribute(DeliveryEventQueue.PROVIDER)
                .filter(ProviderId::isValid)
                .map(ProviderId::new);
        if (signer.isPresent()) {
            return new Told.ByProvider(message.id(), store, reader.readSigned(event, signer.get()), message.sentAt());
        }
        return Click.of(event)
                .<Told>map(click -> new Told.Clicked(message.id(), store.orElse(defaultStore), click))
                .orElseGet(() -> new Told.ByProvider(
                        message.id(), store, reader.read(event, message.sentAt()), message.sentAt()));
    }

    private static Map<String, Object> bare(Map<String, Object> event) {
        return ofSns(event).or(() -> ofEventBridge(event)).orElse(event);
    }

    private static Optional<Map<String, Object>> ofSns(Map<String, Object> event) {
        return "Notification".equals(event.get("Type")) && event.get("Message") instanceof String inner
                ? Optional.of(JSON.std.mapFrom(inner))
                : Optional.empty();
    }

    private static Optional<Map<String, Object>> ofEventBridge(Map<String, Object> event) {
        if (!event.containsKey("detail-type") || !(event.get("detail") instanceof Map<?, ?> detail)) {
            return Optional.empty();
        }
        var inner = new LinkedHashMap<String, Object>();
        detail.forEach((name, value) -> inner.put(String.valueOf(name), value));
        return Optional.of(inner);
    }
}
