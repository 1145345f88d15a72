package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.preview.PreviewReminderTask.Preview;
import dev.groundswell.core.store.Store;

/** What a task would have done, in the store's currency. */
record StorePreview(Store store, Preview preview) {}
