/** The resolvers of the topic behaviour. */
@NullMarked
package dev.groundswell.graphqlapi.behaviour;

import org.jspecify.annotations.NullMarked;
