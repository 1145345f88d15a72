/**
 * Orders come in: from the queue ({@link dev.groundswell.orderingest.OrderIngestHandler}), onto which the signed webhook
 * puts them ({@link dev.groundswell.orderingest.OrderWebhookHandler}).
 */
@NullMarked
package dev.groundswell.orderingest;

import org.jspecify.annotations.NullMarked;
