/** Segments through the whole local system. */
@NullMarked
package dev.groundswell.local.segment;

import org.jspecify.annotations.NullMarked;
