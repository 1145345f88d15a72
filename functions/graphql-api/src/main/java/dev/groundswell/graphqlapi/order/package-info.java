/** The resolvers of the topic order. */
@NullMarked
package dev.groundswell.graphqlapi.order;

import org.jspecify.annotations.NullMarked;
