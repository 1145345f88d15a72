/** What becomes of messages after they are sent, as providers report it and people answer. Read {@link dev.groundswell.core.message.receipt.SettleReceipts}, and {@link dev.groundswell.core.message.receipt.ProviderEventReader} for what providers tell. */
@NullMarked
package dev.groundswell.core.message.receipt;

import org.jspecify.annotations.NullMarked;
