/** The store whose data everything is; its id comes first in every key. Read {@link dev.groundswell.core.store.Store}; what it shares with its platforms is in {@link dev.groundswell.core.store.StoreSecrets}. */
@NullMarked
package dev.groundswell.core.store;

import org.jspecify.annotations.NullMarked;
