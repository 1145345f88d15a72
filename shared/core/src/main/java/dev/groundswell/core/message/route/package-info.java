/**
 * Which provider is asked for which message: by weight, and around those that fail. Read {@link
 * dev.groundswell.core.message.route.ProviderPassages} for the way of a message and {@link
 * dev.groundswell.core.message.route.RoutingRules} for how weight moves.
 */
@NullMarked
package dev.groundswell.core.message.route;

import org.jspecify.annotations.NullMarked;
