/** The order changes that benches feed: from a file, or made up. */
@NullMarked
package dev.groundswell.bench.order;

import org.jspecify.annotations.NullMarked;
