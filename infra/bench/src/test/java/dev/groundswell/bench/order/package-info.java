@NullMarked
package dev.groundswell.bench.order;

import org.jspecify.annotations.NullMarked;
