/**
 * What the Taobao Open Platform tells in messages that only name a trade. Read {@link
 * dev.groundswell.core.taobao.TradeMessage} for what a message holds and {@link dev.groundswell.core.taobao.FetchTrade} for how
 * the trade is got.
 */
@NullMarked
package dev.groundswell.core.taobao;

import org.jspecify.annotations.NullMarked;
