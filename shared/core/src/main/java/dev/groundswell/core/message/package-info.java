/** Messages to customers, so far: why somebody does not get one. Read {@link dev.groundswell.core.message.ExclusionReason}. */
@NullMarked
package dev.groundswell.core.message;

import org.jspecify.annotations.NullMarked;
