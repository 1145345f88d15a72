/**
 * A store's history: what was brought in, and whether it is whole. Read {@link
 * dev.groundswell.core.history.CheckHistoryCoverage}.
 */
@NullMarked
package dev.groundswell.core.history;

import org.jspecify.annotations.NullMarked;
