/** Shows that long work is under way: a bar on a terminal, a plain line every few seconds elsewhere. */
@NullMarked
package dev.groundswell.local.progress;

import org.jspecify.annotations.NullMarked;
