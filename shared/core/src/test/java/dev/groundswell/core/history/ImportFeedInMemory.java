package dev.groundswell.core.history;

import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A queue of a process; a text is its values, sorted by name. */
public final class ImportFeedInMemory implements ImportFeed {

    private final List<Sent> sent = new ArrayList<>();
    private long waiting;

    /** What was put on the queue, in one call. */
    public record Sent(StoreId store, OrderSource source, List<String> texts) {}

    public synchronized void setWaiting(long messages) {
        waiting = messages;
    }

    @Override
    public synchronized long waiting() {
        return waiting;
    }

    @Override
    public String text(Map<String, ?> values) {
        return new TreeMap<>(values).toString();
    }

    @Override
    public int maxBytes() {
        return 100_000;
    }

    @Override
    public synchronized void send(StoreId store, OrderSource source, List<String> texts) {
        sent.add(new Sent(store, source, List.copyOf(texts)));
    }

    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** What came, the same thing once. */
    public synchronized Set<String> distinct() {
        var distinct = new LinkedHashSet<String>();
        sent.forEach(one -> distinct.addAll(one.texts()));
        return distinct;
    }
}
