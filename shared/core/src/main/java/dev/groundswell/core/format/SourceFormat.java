package dev.groundswell.core.format;

/** The formats that files and webhooks come in. A message names its own by the constant's name, so names never change. */
public enum SourceFormat {
    /** The canonical order change: one JSON object a line, a message, or an array of them. */
    ORDER_CHANGES,
    /** CSV: the order export of Taobao's and Tmall's seller centre, with or without its item file. */
    TAOBAO_EXPORT,
    /** JSON: trades as the Taobao open platform answers them. */
    TAOBAO_TRADES,
    /** JSON: Shopify's order, as its webhooks and its REST API send it. */
    SHOPIFY,
    /** JSON: WooCommerce's order, version 3 of its REST API and its webhooks. */
    WOOCOMMERCE,
    /** Any other CSV, by a {@link ColumnMapping}. */
    MAPPED_CSV,
    /** JSON: what buyers looked at, favourited and carted, in our own form. */
    BEHAVIOUR_EVENTS,
    /** CSV without a header: user, item, category, kind and Unix seconds. */
    TAOBAO_BEHAVIOUR;

    /** Whether it brings orders; the others bring behaviour. */
    public boolean bringsOrders() {
        return this != BEHAVIOUR_EVENTS && this != TAOBAO_BEHAVIOUR;
    }
}
