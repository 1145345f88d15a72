package dev.groundswell.orderingest.platform;

import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.store.Platform;

/** How a platform writes its requests. */
sealed interface PlatformRequests permits ShopifyRequests, WooCommerceRequests, TaobaoRequests {

    Platform platform();

    /** What its bodies are of. */
    SourceFormat format();

    /** Whether it is a question whether anybody is there, which the platform sends unsigned and which brings nothing. */
    default boolean isPing(HttpRequest request) {
        return false;
    }

    /** Whether this secret signed the request. */
    boolean isSignedWith(HttpRequest request, String secret);

    /** What a request brings whose signature is right. */
    Delivery read(HttpRequest request);
}
