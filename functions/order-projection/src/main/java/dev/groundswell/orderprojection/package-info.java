/**
 * Profiles and counters follow the orders and behaviour: {@link dev.groundswell.orderprojection.OrderProjectionHandler} from the stream
 * of orders, {@link dev.groundswell.orderprojection.OrderRebuildHandler} from the whole table, by hand.
 */
@NullMarked
package dev.groundswell.orderprojection;

import org.jspecify.annotations.NullMarked;
