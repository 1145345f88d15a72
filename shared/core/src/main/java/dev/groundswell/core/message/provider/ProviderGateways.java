package dev.groundswell.core.message.provider;

import dev.groundswell.core.store.StoreId;

/** How a store's providers are asked. */
public interface ProviderGateways {

    /** @param provider one that sends SMS */
    SmsGateway sms(StoreId store, Provider provider);

    /** @param provider one that sends e-mail */
    EmailGateway email(StoreId store, Provider provider);
}
