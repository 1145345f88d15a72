@NullMarked
package dev.groundswell.bench.coldstart;

import org.jspecify.annotations.NullMarked;
