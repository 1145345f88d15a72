package dev.groundswell.core.format;

import java.time.ZoneId;
import java.util.Optional;

/** The formats that bring orders, each ready for one store. */
public final class OrderFormats {

    private OrderFormats() {}

    /**
     * @param storeZone     of times whose source names none
     * @return empty for a format that brings no orders, and for {@link SourceFormat#MAPPED_CSV}, which is nothing without its
     *     mapping: {@link MappedRows}
     */
    public static Optional<OrderFormat> of(SourceFormat format, ZoneId storeZone) {
        return switch (format) {
            case ORDER_CHANGES -> Optional.of(new CanonicalChanges());
            case TAOBAO_EXPORT -> Optional.of(new TaobaoExport());
            case TAOBAO_TRADES -> Optional.of(new TaobaoTrades());
            case SHOPIFY -> Optional.of(new ShopifyOrders());
            case WOOCOMMERCE -> Optional.of(new WooCommerceOrders(storeZone));
            case MAPPED_CSV, BEHAVIOUR_EVENTS, TAOBAO_BEHAVIOUR -> Optional.empty();
        };
    }
}
