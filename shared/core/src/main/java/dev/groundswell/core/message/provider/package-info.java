/** Who sends messages for the store: providers, which of them is asked, and at what pace. */
@NullMarked
package dev.groundswell.core.message.provider;

import org.jspecify.annotations.NullMarked;
