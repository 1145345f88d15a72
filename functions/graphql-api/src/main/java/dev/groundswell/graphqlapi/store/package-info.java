/** The resolvers of the topic store, the root among them. */
@NullMarked
package dev.groundswell.graphqlapi.store;

import org.jspecify.annotations.NullMarked;
