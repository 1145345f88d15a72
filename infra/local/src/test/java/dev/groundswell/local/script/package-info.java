/** A handler whose behaviour a test writes. */
@NullMarked
package dev.groundswell.local.script;

import org.jspecify.annotations.NullMarked;
