@NullMarked
package dev.groundswell.bench;

import org.jspecify.annotations.NullMarked;
