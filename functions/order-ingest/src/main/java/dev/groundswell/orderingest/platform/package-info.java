/**
 * Webhooks of platforms. Read {@link dev.groundswell.orderingest.platform.PlatformWebhook} for what all have in common, and
 * {@link dev.groundswell.orderingest.platform.PlatformRequests} for what is each platform's own.
 */
@NullMarked
package dev.groundswell.orderingest.platform;

import org.jspecify.annotations.NullMarked;
