/** What a function is told of its invocation. */
@NullMarked
package dev.groundswell.local.function;

import org.jspecify.annotations.NullMarked;
