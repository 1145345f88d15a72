/**
 * The table of stores, and the vault of their secrets. Read {@link dev.groundswell.cloud.store.StoreTable} and {@link
 * dev.groundswell.cloud.store.StoreVault}.
 */
@NullMarked
package dev.groundswell.cloud.store;

import org.jspecify.annotations.NullMarked;
