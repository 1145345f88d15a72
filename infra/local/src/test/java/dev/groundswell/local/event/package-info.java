/** Event sources, tried on a small template with scripted functions. */
@NullMarked
package dev.groundswell.local.event;

import org.jspecify.annotations.NullMarked;
