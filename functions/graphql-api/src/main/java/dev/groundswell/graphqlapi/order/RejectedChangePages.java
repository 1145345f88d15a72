package dev.groundswell.graphqlapi.order;

import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.RejectedChanges;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.Cursor;
import dev.groundswell.graphqlapi.page.PageArguments;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rejected changes as a connection. */
public final class RejectedChangePages {

    private static final Cursor CURSOR = new Cursor("r");
    private static final Pattern ID = Pattern.compile(".{1,500}", Pattern.DOTALL);

    private final RejectedChanges changes;

    public RejectedChangePages(RejectedChanges changes) {
        this.changes = changes;
    }

    /** @throws dev.groundswell.graphqlapi.execution.Refusal if the page begins at a cursor that is not ours */
    public Connection<RejectedChange> read(StoreId store, PageArguments arguments) {
        var oneMore =
                changes.newest(store, arguments.first() + 1, arguments.after().map(cursor -> CURSOR.read(cursor, ID)));
        var page = oneMore.subList(0, Math.min(arguments.first(), oneMore.size()));
        return new Connection<>(
                page.stream()
                        .map(change -> new Connection.Edge<>(change, CURSOR.write(change.id())))
                        .toList(),
                arguments.after().isPresent(),
                oneMore.size() > page.size()
                        ? Optional.of(CURSOR.write(page.getLast().id()))
                        : Optional.empty(),
                Connection::unknownCount);
    }
}
