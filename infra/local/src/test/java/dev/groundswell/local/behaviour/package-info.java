/** Behaviour through the whole system. */
@NullMarked
package dev.groundswell.local.behaviour;

import org.jspecify.annotations.NullMarked;
