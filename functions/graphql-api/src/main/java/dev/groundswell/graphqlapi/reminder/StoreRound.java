package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.round.Round;
import dev.groundswell.core.store.Store;

/** A round of reminders by hand, and whose it is. */
record StoreRound(Store store, Round round) {}
