package dev.groundswell.core.store;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * A store and its settings.
 *
 * @param name           as people read it
 * @param currency       the one currency of all its orders
 * @param zone           the zone in which its days and hours are meant
 * @param webhookSecrets the secrets whose signature its webhook accepts; two are valid while one replaces the other
 */
public record Store(StoreId id, String name, Currency currency, ZoneId zone, List<String> webhookSecrets) {

    /** One in use and one coming: more than that is a forgotten secret. */
    private static final int MAX_SECRETS = 2;

    public Store {
        webhookSecrets = List.copyOf(webhookSecrets);
        if (webhookSecrets.size() > MAX_SECRETS) {
            throw new IllegalArgumentException("Store " + id + " has " + webhookSecrets.size()
                    + " webhook secrets; at most " + MAX_SECRETS + " are valid at once.");
        }
    }

    /** Settings may be logged; secrets may not. */
    @Override
    public String toString() {
        return "Store[" + id + ", " + name + ", " + currency + ", " + zone + "]";
    }
}
