/** Sending, once each: claimed, checked, sent, settled. Read {@link dev.groundswell.core.message.send.SendMessages}, and {@link dev.groundswell.core.message.send.Passages} for the way out. */
@NullMarked
package dev.groundswell.core.message.send;

import org.jspecify.annotations.NullMarked;
