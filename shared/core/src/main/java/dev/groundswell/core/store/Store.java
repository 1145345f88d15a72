package dev.groundswell.core.store;

import java.time.ZoneId;
import java.util.Currency;

/**
 * A store and its settings. Its secrets are kept apart, see {@link StoreSecrets}.
 *
 * @param name     as people read it
 * @param currency the one currency of all its orders
 * @param zone     the zone in which its days and hours are meant
 */
public record Store(StoreId id, String name, Currency currency, ZoneId zone) {}
