/** Messages to customers: what is sent, under which id, and where it stands. Read {@link dev.groundswell.core.message.MessageId} and {@link dev.groundswell.core.message.MessageState}. */
@NullMarked
package dev.groundswell.core.message;

import org.jspecify.annotations.NullMarked;
