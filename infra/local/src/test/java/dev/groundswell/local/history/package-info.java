/** Imports and replays, tried on a small template with scripted functions. */
@NullMarked
package dev.groundswell.local.history;

import org.jspecify.annotations.NullMarked;
