/** The JSON that Lambda hands to functions, as benches write it. */
@NullMarked
package dev.groundswell.bench.event;

import org.jspecify.annotations.NullMarked;
