package dev.groundswell.graphqlapi.order;

import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.RejectedChanges;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.Cursor;
import dev.groundswell.graphqlapi.page.PageArguments;
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
        var after = arguments.after().map(cursor -> CURSOR.read(cursor, ID));
        return Connection.of(
                arguments, changes.newest(store, arguments.first() + 1, after), change -> CURSOR.write(change.id()));
    }
}
