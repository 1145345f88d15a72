/** Providers that reach nobody, seen from the product. */
@NullMarked
package dev.groundswell.local.simulator;

import org.jspecify.annotations.NullMarked;
