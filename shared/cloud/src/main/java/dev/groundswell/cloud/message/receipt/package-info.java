/** The queue of what providers and people tell of messages. Read {@link dev.groundswell.cloud.message.receipt.DeliveryEventQueue}. */
@NullMarked
package dev.groundswell.cloud.message.receipt;

import org.jspecify.annotations.NullMarked;
