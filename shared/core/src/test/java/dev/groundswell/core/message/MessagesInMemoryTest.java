package dev.groundswell.core.message;

import dev.groundswell.core.message.send.Claims;
import dev.groundswell.core.store.StoreId;

class MessagesInMemoryTest extends MessagesContract {

    private final MessagesInMemory messages = new MessagesInMemory();

    @Override
    protected Messages messages() {
        return messages;
    }

    @Override
    protected Claims claims() {
        return messages;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
