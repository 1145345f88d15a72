package dev.groundswell.cloud.event;

import dev.groundswell.core.store.StoreId;

/** What a message of a queue says, of one store. */
public interface StoreMessage {

    StoreId store();
}
