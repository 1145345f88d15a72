package dev.groundswell.core.message.pace;

import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.Map;

/** Books of a process. */
public final class PaceBooksInMemory implements PaceBooks {

    private final Map<Place, PaceBook> kept = new HashMap<>();

    private record Place(StoreId store, PaceKey pace) {}

    @Override
    public synchronized PaceBook read(StoreId store, PaceKey pace) {
        return kept.getOrDefault(new Place(store, pace), PaceBook.EMPTY);
    }

    @Override
    public synchronized boolean write(StoreId store, PaceKey pace, PaceBook book) {
        if (read(store, pace).revision() != book.revision() - 1) {
            return false;
        }
        kept.put(new Place(store, pace), book);
        return true;
    }
}
