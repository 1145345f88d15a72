/**
 * Signed requests as API Gateway hands them over, and the table of what was delivered. Read {@link
 * dev.groundswell.cloud.webhook.SignedRequests} for our own form and {@link
 * dev.groundswell.cloud.webhook.WebhookDeliveryTable} for the memory of platforms' deliveries.
 */
@NullMarked
package dev.groundswell.cloud.webhook;

import org.jspecify.annotations.NullMarked;
