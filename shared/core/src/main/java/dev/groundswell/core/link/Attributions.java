package dev.groundswell.core.link;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.store.StoreId;
import java.util.Optional;

/** Tells for whom a click in a message counts. */
@FunctionalInterface
public interface Attributions {

    /** The same one whenever it is asked for; empty if it counts for nobody, as in a test. */
    Optional<Attribution> of(StoreId store, MessageId message);
}
