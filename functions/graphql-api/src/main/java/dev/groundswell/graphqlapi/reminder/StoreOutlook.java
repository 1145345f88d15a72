package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.round.RemindNow.Outlook;
import dev.groundswell.core.store.Store;
import java.time.Instant;

/**
 * What reminders by hand would come to, in the store's currency.
 *
 * @param at when they would go out
 */
record StoreOutlook(Store store, Outlook outlook, Instant at) {}
