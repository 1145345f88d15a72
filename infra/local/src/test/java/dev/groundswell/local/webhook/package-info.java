/** Platforms' webhooks through the whole system. */
@NullMarked
package dev.groundswell.local.webhook;

import org.jspecify.annotations.NullMarked;
