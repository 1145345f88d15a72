/** The formats of {@code core} with real files of platforms and shops, read by a real JSON reader. */
@NullMarked
package dev.groundswell.cloud.format;

import org.jspecify.annotations.NullMarked;
