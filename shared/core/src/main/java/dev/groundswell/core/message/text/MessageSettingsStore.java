package dev.groundswell.core.message.text;

import dev.groundswell.core.store.StoreId;

/** Where stores' settings of messages are kept. */
public interface MessageSettingsStore {

    /** {@link MessageSettings#OF_THE_PRODUCT} where none were saved; strongly consistent. */
    MessageSettings find(StoreId store);

    /**
     * Keeps them if those that are kept have the revision before theirs; at revision 1 if none are kept.
     *
     * @return whether they are kept now; if not, nothing has changed
     */
    boolean save(StoreId store, MessageSettings settings);
}
