/** Short links in messages, one for each recipient, and the way out of them. Read {@link dev.groundswell.core.link.ShortLinks}, and {@link dev.groundswell.core.link.CountClick} for what follows a click. */
@NullMarked
package dev.groundswell.core.link;

import org.jspecify.annotations.NullMarked;
