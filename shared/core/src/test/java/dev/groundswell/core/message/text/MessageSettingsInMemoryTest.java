package dev.groundswell.core.message.text;

import dev.groundswell.core.store.StoreId;

class MessageSettingsInMemoryTest extends MessageSettingsContract {

    private final MessageSettingsInMemory settings = new MessageSettingsInMemory();

    @Override
    protected MessageSettingsStore settings() {
        return settings;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
