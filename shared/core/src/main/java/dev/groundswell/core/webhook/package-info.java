/**
 * Requests that platforms send on their own: who signed them, when, and whether they came before. Read {@link
 * dev.groundswell.core.webhook.VerifySignatures} first; {@link dev.groundswell.core.webhook.WebhookDeliveries} says what a
 * repetition is.
 */
@NullMarked
package dev.groundswell.core.webhook;

import org.jspecify.annotations.NullMarked;
