package dev.groundswell.cloud.event;

import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.Stores;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Takes a batch of messages one by one, each for its store. One that cannot be read, names no store that is known, or fails, is
 * handed over again in the end, and the reason is logged.
 */
public final class StoreMessages<M extends StoreMessage> {

    private final Function<String, Optional<M>> read;
    private final Stores stores;
    private final String failure;

    /**
     * @param read    a message's body; empty if it is none of the queue's
     * @param failure the event that is logged where one fails, e.g. {@code import-step-failed}
     */
    public StoreMessages(Function<String, Optional<M>> read, Stores stores, String failure) {
        this.read = read;
        this.stores = stores;
        this.failure = failure;
    }

    /** @return what is to be handed over again */
    public BatchAnswer take(QueueEvent event, FunctionLog log, BiConsumer<Store, M> use) {
        return new BatchAnswer(event.messages().stream()
                .filter(message -> !isDone(message, log, use))
                .map(QueueEvent.Message::id)
                .toList());
    }

    private boolean isDone(QueueEvent.Message message, FunctionLog log, BiConsumer<Store, M> use) {
        var said = read.apply(message.body());
        Optional<Store> store = said.flatMap(readable -> stores.find(readable.store()));
        if (said.isEmpty() || store.isEmpty()) {
            log.warn("message-unreadable", "message", message.id());
            return false;
        }
        try {
            use.accept(store.get(), said.get());
            return true;
        } catch (RuntimeException broken) {
            log.error(failure, broken, "store", store.get().id(), "message", said.get());
            return false;
        }
    }
}
