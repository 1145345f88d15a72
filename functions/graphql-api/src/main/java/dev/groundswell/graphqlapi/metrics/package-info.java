/** The resolvers of the topic metrics. */
@NullMarked
package dev.groundswell.graphqlapi.metrics;

import org.jspecify.annotations.NullMarked;
