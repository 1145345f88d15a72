/** The local run as a whole: its command line, and what survives a kill. */
@NullMarked
package dev.groundswell.local;

import org.jspecify.annotations.NullMarked;
