package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.explain.OrderExplanation;
import dev.groundswell.core.store.Store;

/** What is to be said of one order, and whose it is. */
record StoreExplanation(Store store, OrderExplanation explained) {}
