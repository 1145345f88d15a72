/**
 * Providers of messages, as they are asked over the wire, once for each call. Read {@link
 * dev.groundswell.cloud.message.gateway.StoreGateways} for who is asked how, and {@link
 * dev.groundswell.cloud.message.gateway.AwsAnswers} for what failures mean.
 */
@NullMarked
package dev.groundswell.cloud.message.gateway;

import org.jspecify.annotations.NullMarked;
