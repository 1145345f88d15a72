/**
 * Trades of the Taobao Open Platform, whose messages only name them. Read {@link
 * dev.groundswell.core.taobao.NamedTrade} for such a message and {@link dev.groundswell.core.taobao.FetchTrade} for how
 * the trade is got.
 */
@NullMarked
package dev.groundswell.core.taobao;

import org.jspecify.annotations.NullMarked;
