package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Messages of a process, each shown once its delay is over. */
public final class ImportStepsInMemory implements ImportSteps {

    private final InstantSource time;
    private final List<Message> messages = new ArrayList<>();

    public ImportStepsInMemory(InstantSource time) {
        this.time = time;
    }

    /** A message. */
    public record Message(StoreId store, ImportId id, int step, Instant visibleAt) {}

    @Override
    public synchronized void wake(StoreId store, ImportId id, int step, Duration delay) {
        messages.add(new Message(store, id, step, time.instant().plus(delay)));
    }

    /** Takes the message that is shown first, whenever that is. */
    public synchronized Optional<Message> take() {
        var first = messages.stream().min(Comparator.comparing(Message::visibleAt));
        first.ifPresent(messages::remove);
        return first;
    }

    public synchronized List<Message> all() {
        return List.copyOf(messages);
    }
}
