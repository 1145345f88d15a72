package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.task.OrderConditions.AmountRange;
import dev.groundswell.core.store.Store;

/** A range of amounts in a store's currency. */
record StoreRange(Store store, AmountRange range) {}
