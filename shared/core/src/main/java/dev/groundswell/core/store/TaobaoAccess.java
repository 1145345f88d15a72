package dev.groundswell.core.store;

import java.net.URI;

/**
 * What a store calls the Taobao Open Platform with.
 *
 * @param appKey    of the application
 * @param appSecret of the application; calls are signed with it
 * @param session   the seller's own permission (session key), which ends and is then to be renewed
 * @param gateway   where the platform is called
 */
public record TaobaoAccess(String appKey, String appSecret, String session, URI gateway) {

    /** The platform's own, over TLS. */
    public static final URI GATEWAY = URI.create("https://eco.taobao.com/router/rest");

    /** Never a secret in a log. */
    @Override
    public String toString() {
        return "TaobaoAccess[" + appKey + " at " + gateway + "]";
    }
}
