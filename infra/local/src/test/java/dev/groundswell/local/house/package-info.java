/** The architecture, held by tests. */
@NullMarked
package dev.groundswell.local.house;

import org.jspecify.annotations.NullMarked;
