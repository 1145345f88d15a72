/**
 * What the doors bring, in each platform's own words, as canonical order changes: pure functions of plain values. Read
 * {@link dev.groundswell.core.format.OrderFormat} for the contract and {@link dev.groundswell.core.format.ColumnMapping} for
 * files of no known platform.
 */
@NullMarked
package dev.groundswell.core.format;

import org.jspecify.annotations.NullMarked;
