package dev.groundswell.core.store;

/** Who signs requests to a store's webhooks. */
public enum Platform {
    /** The store's own programs, which send order changes and behaviour events in our own form. */
    GROUNDSWELL("orders"),
    SHOPIFY("shopify"),
    WOOCOMMERCE("woocommerce"),
    TAOBAO("taobao");

    private final String key;

    Platform(String key) {
        this.key = key;
    }

    /** Its name in a secret, a path and an order's source. */
    public String key() {
        return key;
    }

    @Override
    public String toString() {
        return key;
    }
}
