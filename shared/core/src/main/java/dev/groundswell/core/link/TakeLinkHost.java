package dev.groundswell.core.link;

import dev.groundswell.core.store.StoreId;
import java.util.List;

/**
 * Takes a host name for a store's links, unless it is another store's. The product's own names, by which the links of stores
 * without a name lead, are nobody's.
 */
public final class TakeLinkHost {

    /** An API that has no name of its own is found by one of these; nobody can have them lead elsewhere. */
    private static final List<String> OF_THE_CLOUD = List.of(".amazonaws.com", ".amazonaws.com.cn");

    private final LinkHosts hosts;
    private final String own;

    /** @param own the product's host name, in lower case */
    public TakeLinkHost(LinkHosts hosts, String own) {
        this.hosts = hosts;
        this.own = own;
    }

    /**
     * Takes it, for good.
     *
     * @param host in lower case, without a port
     * @return false if it is somebody else's
     */
    public boolean take(StoreId store, String host) {
        return !isOurs(host) && hosts.take(store, host);
    }

    private boolean isOurs(String host) {
        return host.equals(own) || OF_THE_CLOUD.stream().anyMatch(host::endsWith);
    }
}
