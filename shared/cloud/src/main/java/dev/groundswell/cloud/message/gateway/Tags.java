package dev.groundswell.cloud.message.gateway;

/** What goes along with a message and comes back with a provider's events. */
final class Tags {

    /** The message's id. */
    static final String MESSAGE = "message";

    /** The store's. */
    static final String STORE = "store";

    /** Our id of the provider. */
    static final String PROVIDER = "provider";

    private Tags() {}
}
