/** Orders, the way to them by id and by date, and the changes that were rejected, in DynamoDB. Read {@link dev.groundswell.cloud.order.OrderTable} first, then {@link dev.groundswell.cloud.order.OrderJson} for the form an order is kept in. */
@NullMarked
package dev.groundswell.cloud.order;

import org.jspecify.annotations.NullMarked;
