/** The demo store's invented history. */
@NullMarked
package dev.groundswell.local.demo;

import org.jspecify.annotations.NullMarked;
