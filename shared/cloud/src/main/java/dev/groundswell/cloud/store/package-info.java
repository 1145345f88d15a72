/** The table of stores. Read {@link dev.groundswell.cloud.store.StoreTable}. */
@NullMarked
package dev.groundswell.cloud.store;

import org.jspecify.annotations.NullMarked;
