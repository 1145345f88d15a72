/** Providers of messages, and how weight moves among them. Read {@link dev.groundswell.graphqlapi.message.provider.ProviderPorts}. */
@NullMarked
package dev.groundswell.graphqlapi.message.provider;

import org.jspecify.annotations.NullMarked;
