/** What becomes of messages after they are sent, as providers report it and people answer. Read {@link dev.groundswell.core.message.receipt.OutcomeCounter}. */
@NullMarked
package dev.groundswell.core.message.receipt;

import org.jspecify.annotations.NullMarked;
