/** The books of messages and of what bars addresses, in the table {@code Messages}. Read {@link dev.groundswell.cloud.message.MessageTable}. */
@NullMarked
package dev.groundswell.cloud.message;

import org.jspecify.annotations.NullMarked;
