/** Asks the run's own API over HTTP, as a front end does: {@link dev.groundswell.local.api.Api}. */
@NullMarked
package dev.groundswell.local.api;

import org.jspecify.annotations.NullMarked;
