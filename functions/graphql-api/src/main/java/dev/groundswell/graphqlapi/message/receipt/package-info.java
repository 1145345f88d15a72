/** What became of messages, what keeps them from addresses, and who is forgotten. Read {@link dev.groundswell.graphqlapi.message.receipt.ReceiptPorts}. */
@NullMarked
package dev.groundswell.graphqlapi.message.receipt;

import org.jspecify.annotations.NullMarked;
