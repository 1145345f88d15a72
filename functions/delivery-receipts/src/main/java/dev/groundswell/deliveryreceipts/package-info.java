/**
 * What became of messages: providers' reports, people's answers and clicks, from the queue ({@link
 * dev.groundswell.deliveryreceipts.DeliveryReceiptsHandler}). Suppliers' posts ({@link
 * dev.groundswell.deliveryreceipts.DeliveryWebhookHandler}) and the log of SNS ({@link
 * dev.groundswell.deliveryreceipts.SmsLogHandler}) are put there first.
 */
@NullMarked
package dev.groundswell.deliveryreceipts;

import org.jspecify.annotations.NullMarked;
